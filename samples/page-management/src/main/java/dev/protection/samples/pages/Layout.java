package dev.protection.samples.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;

/** The frame of every page. */
final class Layout {
    private Layout() {}

    static String page(HttpServletRequest request, String title, Object... sections) {
        return Html.of("""
                        <!doctype html>
                        <html lang="en"><head><meta charset="utf-8"><title>{} - Page management</title>
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <link rel="stylesheet" href="/pages.css"></head>
                        <body><a class="skip" href="#main">To the content</a>
                        <header><strong>Page management</strong>{}</header>
                        <main id="main"><h1>{}</h1>{}</main></body></html>
                        """, title, navigation(request), title, List.of(sections))
                .markup();
    }

    private static Html navigation(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return new Html("");
        }
        List<Html> links = new ArrayList<>(List.of(link("/contacts", "Contacts"), link("/measures", "Measures")));
        if (request.isUserInRole("DATA_PROTECTION_OFFICER")) {
            links.add(link("/retention", "Retention"));
            links.add(link("/findings", "Findings"));
            links.add(link("/audit", "Audit log"));
        }
        return Html.of(
                "<nav aria-label=\"Main\">{}</nav>{}",
                links,
                button(
                        request,
                        "/logout",
                        "Sign out " + request.getUserPrincipal().getName()));
    }

    static Html link(String path, Object text) {
        return Html.of("<a href=\"{}\">{}</a>", path, text);
    }

    static Html button(HttpServletRequest request, String path, String text) {
        return Html.of("<form method=\"post\" action=\"{}\">{}<button>{}</button></form>", path, token(request), text);
    }

    static Html token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Html.of(
                        "<input type=\"hidden\" name=\"{}\" value=\"{}\">", token.getParameterName(), token.getToken())
                : new Html("");
    }
}
