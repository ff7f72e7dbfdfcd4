package dev.protection.samples.pages.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;

/** The frame of every page. */
public final class Layout {
    private Layout() {}

    /**
     * A whole page.
     *
     * @param request who sees it
     * @param title its heading
     * @param parts what is on it
     * @return the page
     */
    public static String page(HttpServletRequest request, String title, Object... parts) {
        return Html.of("""
                        <!doctype html>
                        <html lang="en"><head><meta charset="utf-8"><title>{} - Page management</title>
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <link rel="icon" href="data:,"><link rel="stylesheet" href="/pages.css"></head>
                        <body><a class="skip" href="#main">To the content</a>
                        <header><div><strong>Page management</strong>{}</div></header>
                        <main id="main" tabindex="-1"><h1>{}</h1>{}</main>
                        <footer>People, clients and companies here are invented.</footer></body></html>
                        """, title, navigation(request), title, List.of(parts)).markup();
    }

    private static Html navigation(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return new Html("");
        }
        String here = here(request);
        List<Html> links = new ArrayList<>(List.of(
                entry(here, "/pages", "Pages"), entry(here, "/contacts", "Contacts"), entry(here, "/team", "Team")));
        if (request.isUserInRole("DATA_PROTECTION_OFFICER")) {
            links.add(entry(here, "/retention", "Retention"));
            links.add(entry(here, "/findings", "Findings"));
            links.add(entry(here, "/audit", "Audit log"));
            links.add(entry(here, "/measures", "Measures"));
        }
        return Html.of(
                "<nav aria-label=\"Main\">{}</nav>{}",
                links,
                button(
                        request,
                        "/logout",
                        "Sign out " + request.getUserPrincipal().getName()));
    }

    /** The page an error happened on, when this is about an error. */
    private static String here(HttpServletRequest request) {
        Object origin = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return origin == null ? request.getRequestURI() : origin.toString();
    }

    private static Html entry(String here, String path, String text) {
        return here.equals(path)
                ? Html.of("<a href=\"{}\" aria-current=\"page\">{}</a>", path, text)
                : Html.link(path, text);
    }

    /**
     * A button that changes something.
     *
     * @param request who sees it
     * @param path what takes it
     * @param text what it says
     * @return markup
     */
    public static Html button(HttpServletRequest request, String path, String text) {
        return Html.of("<form method=\"post\" action=\"{}\">{}<button>{}</button></form>", path, token(request), text);
    }

    /**
     * What a form needs to be taken for the user's own.
     *
     * @param request who sees it
     * @return markup
     */
    public static Html token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Html.of(
                        "<input type=\"hidden\" name=\"{}\" value=\"{}\">", token.getParameterName(), token.getToken())
                : new Html("");
    }
}
