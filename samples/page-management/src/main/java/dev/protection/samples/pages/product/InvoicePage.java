package dev.protection.samples.pages.product;

import dev.protection.samples.pages.web.Html;
import dev.protection.samples.pages.web.Layout;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Somebody's invoices, for the purpose that a law makes one keep them for. */
@RestController
class InvoicePage {
    private final Invoices invoices;

    InvoicePage(Invoices invoices) {
        this.invoices = invoices;
    }

    @GetMapping(path = "/t/{tenant}/contacts/{id}/invoices", produces = "text/html;charset=UTF-8")
    @ForPurpose("invoicing")
    String invoices(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id) {
        List<List<?>> rows = invoices.findByContactId(id).stream()
                .<List<?>>map(invoice -> List.of(
                        "No. " + invoice.invoiceId,
                        Texts.of(invoice.issuedOn),
                        Texts.of(invoice.fullName),
                        Texts.of(invoice.address),
                        Texts.of(invoice.amount)))
                .toList();
        return Layout.page(
                request,
                "Invoices of contact " + id,
                Html.section(
                        "For invoicing",
                        Html.p("A law has them kept for six years. Once the person is erased, this is the only purpose"
                                + " that still reads them."),
                        Html.table("Invoices", List.of("Invoice", "Issued", "Name", "Address", "Amount in EUR"), rows)),
                Html.p(Html.link("/t/" + tenant + "/contacts/" + id, "The contact")));
    }
}
