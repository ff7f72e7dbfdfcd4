package dev.protection.samples.pages.product;

import dev.protection.samples.pages.web.Html;
import dev.protection.samples.pages.web.Layout;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people one may work for, searched over encrypted fields. */
@RestController
@ForPurpose("support")
class ContactList {
    private static final int SIZE = 20;
    private static final int MANY = 600;

    private final Contacts contacts;

    ContactList(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping(path = "/contacts", produces = "text/html;charset=UTF-8")
    String list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String lastName,
            @RequestParam(defaultValue = "") String client) {
        Pageable wanted = PageRequest.of(Math.max(0, page), SIZE, Sort.by("contactId"));
        Page<Contact> found = find(email.strip(), lastName.strip(), client.strip(), wanted);
        return Layout.page(
                request,
                "Contacts",
                search(email, lastName, client),
                Html.section(
                        Texts.count(found.getTotalElements(), "person", "people"),
                        Html.table(
                                "Contacts",
                                List.of("Name", "E-mail", "Telephone", "City", "Of"),
                                found.stream().<List<?>>map(ContactList::row).toList()),
                        Paging.of("/contacts", found, "email", email, "lastName", lastName, "client", client)),
                Html.section(
                        "Try the detector",
                        Html.p("Opens up to " + MANY + " of the people you can see at once. The data protection officer"
                                + " then sees a finding; past 5,000 in an hour it counts as copying."),
                        Layout.button(request, "/contacts/many", "Read many")),
                Elsewhere.of(request));
    }

    @PostMapping(path = "/contacts/many", produces = "text/html;charset=UTF-8")
    String many(HttpServletRequest request) {
        int read = contacts.findAll(PageRequest.of(0, MANY, Sort.by("contactId")))
                .getContent()
                .size();
        return Layout.page(
                request,
                "Read many",
                Html.section(
                        "You read " + read + " people at once",
                        Html.p("Each of them is in the audit log, and a detector compares it with what is normal."),
                        Html.p(Html.link("/contacts", "Back to the contacts"))));
    }

    private Page<Contact> find(String email, String lastName, String client, Pageable page) {
        if (!email.isEmpty()) {
            return contacts.findByEmail(email, page);
        }
        if (!lastName.isEmpty()) {
            return contacts.findByLastNameStartingWith(lastName, page);
        }
        return client.isEmpty() ? contacts.findAll(page) : contacts.findByClientId(client, page);
    }

    private static Html search(String email, String lastName, String client) {
        return Html.of("""
                <section><h2>Search</h2><p>Names and addresses are stored encrypted; the database answers over keyed
                terms.</p><form action="/contacts" role="search">
                <label>Last name begins with <input name="lastName" value="{}" autocomplete="off"></label>
                <label>E-mail is <input name="email" value="{}" autocomplete="off"></label>
                <label>Client or location <input name="client" value="{}" autocomplete="off"></label>
                <button>Search</button></form></section>
                """, lastName, email, client);
    }

    private static List<?> row(Contact contact) {
        String path = "/t/" + contact.clientId + "/contacts/" + contact.contactId;
        String name = contact.firstName == null ? "erased" : contact.firstName + " " + contact.lastName;
        return List.of(
                Html.link(path, name),
                Texts.of(contact.email),
                Texts.of(contact.phone),
                Texts.of(contact.city),
                contact.clientId);
    }
}
