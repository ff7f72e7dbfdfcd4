package dev.protection.samples.pages.product;

import dev.protection.samples.pages.web.Html;
import dev.protection.samples.pages.web.Layout;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One person: as the application sees him for a purpose, beside what the database stores. */
@RestController
@RequestMapping("/t/{tenant}/contacts/{id}")
class ContactPage {
    private static final String HTML = "text/html;charset=UTF-8";

    private final Contacts contacts;
    private final Messages messages;
    private final Attachments attachments;
    private final StoredBytes beneath;

    ContactPage(Contacts contacts, Messages messages, Attachments attachments, StoredBytes beneath) {
        this.contacts = contacts;
        this.messages = messages;
        this.attachments = attachments;
        this.beneath = beneath;
    }

    @GetMapping(produces = HTML)
    @ForPurpose("support")
    String support(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id) throws SQLException {
        Contact contact = contact(id);
        List<List<?>> said = messages.findByContactId(id).stream()
                .<List<?>>map(message -> List.of(
                        Texts.of(message.sentAt), Texts.of(message.body), attachment(path(tenant, id), message)))
                .toList();
        Html more = Html.section("Messages", Html.table("Messages", List.of("Sent", "Text", "Attachment"), said));
        return page(request, tenant, contact, "support", more);
    }

    @GetMapping(path = "/newsletter", produces = HTML)
    @ForPurpose("newsletter")
    String newsletter(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id)
            throws SQLException {
        Html why =
                Html.p("The newsletter needs the address and nothing else, so the rest is masked, a text by asterisks"
                        + " and a date by nothing: it is not even decrypted for this purpose.");
        return page(request, tenant, contact(id), "the newsletter", Html.section("Why the asterisks?", why));
    }

    @GetMapping(path = "/survey", produces = HTML)
    @ForPurpose("survey")
    String survey(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id) throws SQLException {
        Html why =
                Html.p("A survey rests on a legitimate interest. Whoever objects to it is not there for it, in no list"
                        + " and under no address.");
        return page(request, tenant, contact(id), "a survey", Html.section("May you ask?", why));
    }

    @GetMapping(path = "/attachments/{message}", produces = "text/plain;charset=UTF-8")
    @ForPurpose("support")
    String attachment(@PathVariable long id, @PathVariable long message) throws IOException {
        Message found = messages.findById(message)
                .filter(one -> one.contactId == id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no message"));
        if (found.attachment == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no attachment");
        }
        return attachments.read(found.clientId, id, found.attachment);
    }

    private Contact contact(long id) {
        return contacts.findById(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no contact"));
    }

    private static Object attachment(String path, Message message) {
        return message.attachment == null
                ? ""
                : Html.link(path + "/attachments/" + message.messageId, message.attachment);
    }

    private String page(HttpServletRequest request, String tenant, Contact contact, String purpose, Html more)
            throws SQLException {
        long id = contact.contactId;
        Map<String, String> stored = beneath.cells(id);
        List<List<?>> rows = List.of(
                side("First name", contact.firstName, stored.get("first_name")),
                side("Last name", contact.lastName, stored.get("last_name")),
                side("E-mail", contact.email, stored.get("email")),
                side("Telephone", contact.phone, stored.get("phone")),
                side("Born", contact.birthDate, stored.get("birth_date")));
        return Layout.page(
                request,
                "Contact " + id + " for " + purpose,
                Html.section(
                        "One row, seen twice",
                        Html.table(
                                "The contact", List.of("Field", "The application sees", "The database stores"), rows)),
                more,
                Html.section("Go on", actions(request, path(tenant, id), "/people/" + tenant + "/contact/" + id)));
    }

    private static List<?> side(String name, @Nullable Object seen, @Nullable String stored) {
        return List.of(name, Texts.of(seen), Html.of("<code>{}</code>", stored));
    }

    private static String path(String tenant, long id) {
        return "/t/" + tenant + "/contacts/" + id;
    }

    private static Html actions(HttpServletRequest request, String path, String desk) {
        List<Html> actions = new ArrayList<>(List.of(
                Html.link(path, "For support"),
                Html.link(path + "/newsletter", "For the newsletter"),
                Html.link(path + "/survey", "For a survey"),
                Html.link(path + "/invoices", "Invoices")));
        if (request.isUserInRole("DATA_PROTECTION_OFFICER")) {
            actions.add(Html.link(desk, "Restrict, object"));
            actions.add(Html.link(desk + "/seen", "Who has seen this person"));
            actions.add(Html.link(desk + "/copy", "A copy for this person"));
            actions.add(Html.link(desk + "/erasure", "Erase this person"));
        }
        return Html.of(
                "<ul class=\"links\">{}</ul>",
                actions.stream().map(action -> Html.of("<li>{}</li>", action)).toList());
    }
}
