package dev.protection.samples.pages;

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
import org.springframework.web.util.UriComponentsBuilder;

/** The people one may work for, searched over encrypted fields. */
@RestController
@ForPurpose("support")
class ContactList {
    private static final int SIZE = 20;
    private final Contacts contacts;

    ContactList(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping(path = "/contacts", produces = "text/html;charset=UTF-8")
    String list(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String lastName) {
        Page<Contact> found = find(email, lastName, PageRequest.of(Math.max(0, page), SIZE, Sort.by("contactId")));
        return Layout.page(
                request,
                "Contacts",
                search(email, lastName),
                Html.section(
                        found.getTotalElements() + " people",
                        Html.table(
                                List.of("Name", "E-mail", "Telephone", "City", "Page of"),
                                found.stream().map(ContactList::row).toList()),
                        pages(found, email, lastName)),
                Html.section(
                        "Try the detector",
                        new Html("<p>Reads every person you can see at once; the officer sees a finding.</p>"),
                        Layout.button(request, "/contacts/many", "Read many")));
    }

    @PostMapping(path = "/contacts/many", produces = "text/html;charset=UTF-8")
    String many(HttpServletRequest request) {
        int read = contacts.findAll().size();
        return Layout.page(
                request, "Contacts", Html.section("Read many", Html.of("<p>You read {} people at once.</p>", read)));
    }

    private Page<Contact> find(String email, String lastName, Pageable page) {
        if (!email.isBlank()) {
            return contacts.findByEmail(email.strip(), page);
        }
        return lastName.isBlank()
                ? contacts.findAll(page)
                : contacts.findByLastNameStartingWith(lastName.strip(), page);
    }

    private static Html search(String email, String lastName) {
        return Html.of("""
                <section><h2>Search</h2><form action="/contacts" role="search">
                <label>Last name begins with <input name="lastName" value="{}"></label>
                <label>or e-mail is <input name="email" value="{}"></label><button>Search</button></form></section>
                """, lastName, email);
    }

    private static Html row(Contact contact) {
        String path = "/t/" + contact.clientId + "/contacts/" + contact.contactId;
        String name = contact.firstName == null ? "erased" : contact.firstName + " " + contact.lastName;
        return Html.row(Layout.link(path, name), contact.email, contact.phone, contact.city, contact.clientId);
    }

    private static Html pages(Page<Contact> found, String email, String lastName) {
        return Html.of(
                "<nav aria-label=\"Pages\"><p>{} Page {} of {} {}</p></nav>",
                found.hasPrevious() ? to(found.getNumber() - 1, email, lastName, "Previous") : "",
                found.getNumber() + 1,
                Math.max(1, found.getTotalPages()),
                found.hasNext() ? to(found.getNumber() + 1, email, lastName, "Next") : "");
    }

    private static Html to(int page, String email, String lastName, String text) {
        return Html.of(
                "<a href=\"{}\">{}</a>",
                UriComponentsBuilder.fromPath("/contacts")
                        .queryParam("page", page)
                        .queryParam("email", "{email}")
                        .queryParam("lastName", "{lastName}")
                        .encode()
                        .buildAndExpand(email, lastName)
                        .toUriString(),
                text);
    }
}
