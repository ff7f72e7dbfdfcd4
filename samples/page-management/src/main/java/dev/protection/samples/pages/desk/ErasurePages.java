package dev.protection.samples.pages.desk;

import dev.protection.core.Protection;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import dev.protection.samples.pages.web.Html;
import dev.protection.samples.pages.web.Layout;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The right to be erased: what it would do, then the receipt of what it did. */
@RestController
@RequestMapping(path = "/t/{tenant}/contacts/{id}/erasure", produces = "text/html;charset=UTF-8")
@ForPurpose("data-protection")
class ErasurePages {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Protection protection;

    ErasurePages(Protection protection) {
        this.protection = protection;
    }

    @GetMapping
    String plan(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id) {
        RequestPlan plan = protection.rights().preview(SubjectRequest.erase(Words.contact(tenant, id)));
        return Layout.page(
                request,
                "Erase contact " + id + "?",
                Html.section("What would be erased", Words.removed("To erase", plan.lines())),
                Html.section("What would be kept", Words.kept(plan.kept())),
                Html.section(
                        "It cannot be taken back",
                        Html.p(
                                "The keys are destroyed: what was sealed under them is opened nowhere again, but from a backup"
                                        + " that holds the keys as well. Here it would: see the finding KEYS_WITH_DATA."),
                        Layout.button(request, "/t/" + tenant + "/contacts/" + id + "/erasure", "Erase this person")),
                Words.toContact(tenant, id));
    }

    @PostMapping
    String erase(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id) {
        RequestId asked = protection.rights().submit(SubjectRequest.erase(Words.contact(tenant, id)));
        protection.rights().approve(asked);
        RequestStatus status = protection.rights().await(asked, PATIENCE);
        ErasureReceipt receipt = protection.rights().receipt(asked);
        return Layout.page(
                request,
                "Receipt of an erasure",
                Html.section(
                        "The request is " + Words.words(status.state()),
                        Html.p(receipt.keysDestroyed() + " keys were destroyed on " + Words.at(receipt.at()) + " UTC."),
                        Words.removed("Erased", receipt.erased())),
                Html.section("What the law keeps", Words.kept(receipt.kept())),
                Html.section(
                        "Signature",
                        Html.p("Request, counts and reasons are signed; nothing of the person is in them."),
                        Html.of("<p><code>{}</code></p>", receipt.signature())),
                Words.toContact(tenant, id));
    }
}
