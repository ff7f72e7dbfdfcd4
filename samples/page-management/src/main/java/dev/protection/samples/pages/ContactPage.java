package dev.protection.samples.pages;

import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
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
@RequestMapping(path = "/t/{tenant}/contacts/{id}", produces = "text/html;charset=UTF-8")
class ContactPage {
    private final Contacts contacts;
    private final Messages messages;
    private final StoredBytes beneath;

    ContactPage(Contacts contacts, Messages messages, StoredBytes beneath) {
        this.contacts = contacts;
        this.messages = messages;
        this.beneath = beneath;
    }

    @GetMapping
    @ForPurpose("support")
    String support(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id) throws SQLException {
        List<Html> said = messages.findByContactId(id).stream()
                .map(message -> Html.row(message.sentAt, message.body))
                .toList();
        return page(
                request, tenant, id, "support", Html.section("Messages", Html.table(List.of("Sent", "Text"), said)));
    }

    @GetMapping("/newsletter")
    @ForPurpose("newsletter")
    String newsletter(HttpServletRequest request, @PathVariable String tenant, @PathVariable long id)
            throws SQLException {
        Html why = new Html("<p>The newsletter does not need more than the address: the rest is masked.</p>");
        return page(request, tenant, id, "newsletter", Html.section("Why the asterisks?", why));
    }

    private String page(HttpServletRequest request, String tenant, long id, String purpose, Html more)
            throws SQLException {
        Contact contact = contacts.findById(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no contact"));
        Map<String, String> stored = beneath.cells(id);
        String path = "/t/" + tenant + "/contacts/" + id;
        List<Html> rows = List.of(
                side("First name", contact.firstName, stored.get("first_name")),
                side("Last name", contact.lastName, stored.get("last_name")),
                side("E-mail", contact.email, stored.get("email")),
                side("Telephone", contact.phone, stored.get("phone")));
        return Layout.page(
                request,
                "Contact " + id + " for " + purpose,
                Html.section(
                        "One row, seen twice",
                        Html.table(List.of("Field", "The application sees", "The database stores"), rows)),
                more,
                Html.section("What else?", actions(request, path)));
    }

    private static Html side(String name, @Nullable Object seen, @Nullable String stored) {
        return Html.row(name, seen, Html.of("<code>{}</code>", stored));
    }

    private static List<Html> actions(HttpServletRequest request, String path) {
        List<Html> actions = new ArrayList<>(List.of(
                Html.of("<p>{}</p>", Layout.link(path, "For support")),
                Html.of("<p>{}</p>", Layout.link(path + "/newsletter", "For the newsletter"))));
        if (request.isUserInRole("DATA_PROTECTION_OFFICER")) {
            actions.add(Html.of("<p>{}</p>", Layout.link(path + "/seen", "Who has seen this person")));
            actions.add(Layout.button(request, path + "/export", "Export a copy"));
            actions.add(Layout.button(request, path + "/erase", "Erase this person"));
        }
        return actions;
    }
}
