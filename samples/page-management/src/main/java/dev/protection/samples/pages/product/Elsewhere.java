package dev.protection.samples.pages.product;

import dev.protection.samples.pages.web.Html;
import jakarta.servlet.http.HttpServletRequest;

/** Something each role is refused, to see what a refusal says. */
final class Elsewhere {
    private Elsewhere() {}

    static Html of(HttpServletRequest request) {
        if (request.isUserInRole("AGENT")) {
            return tried("/t/oulu/contacts/2", "a contact of Nordic Coffee Oulu, which is no client of your agency");
        }
        if (request.isUserInRole("FRANCHISEE")) {
            return tried("/t/acme/contacts/1", "a contact of Acme Tools, an agency's client");
        }
        if (request.isUserInRole("SUPPORT")) {
            return tried("/t/acme/contacts/1/newsletter", "a contact for the newsletter, which is not your work");
        }
        return new Html("");
    }

    private static Html tried(String path, String what) {
        return Html.section(
                "Try what you may not",
                Html.of("<p>Open {}: {}.</p>", Html.link(path, "somebody else's person"), what));
    }
}
