package dev.protection.spring.console;

import dev.protection.SubjectRef;
import dev.protection.core.Protection;
import dev.protection.spring.ProtectionProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriUtils;

/** What every page needs: the library, the addresses of the others, and the frame. Safe for use by several threads. */
record Console(Protection protection, ProtectionProperties.Console settings) {
    /** How long a page waits for what goes on by itself. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The address of a page. */
    String at(HttpServletRequest request, String page) {
        return request.getContextPath() + settings.path() + page;
    }

    /** The address of a page about a person. */
    String at(HttpServletRequest request, SubjectRef person, String page) {
        return at(
                request,
                "/people/" + segment(person.tenant().value()) + "/" + segment(person.kind()) + "/"
                        + segment(person.id()) + page);
    }

    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }

    Html toPerson(HttpServletRequest request, SubjectRef person) {
        return Html.p(Html.link(at(request, person, ""), "The person"));
    }

    /** A whole page. */
    String page(HttpServletRequest request, String title, Object... parts) {
        return Html.of("""
                        <!doctype html>
                        <html lang="en"><head><meta charset="utf-8"><title>{} - Data protection</title>
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <link rel="icon" href="data:,"><link rel="stylesheet" href="{}"></head>
                        <body><a class="skip" href="#main">To the content</a>
                        <header><div><strong>Data protection</strong><nav aria-label="Main">{}</nav></div></header>
                        <main id="main" tabindex="-1"><h1>{}</h1>{}</main>
                        <footer>Every look at a person's data here is recorded.</footer></body></html>
                        """, title, at(request, "/console.css"), navigation(request), title, List.of(parts))
                .markup();
    }

    private List<Html> navigation(HttpServletRequest request) {
        List<Html> links = new ArrayList<>();
        links.add(entry(request, "/people", "People"));
        links.add(entry(request, "/retention", "Retention"));
        links.add(entry(request, "/findings", "Findings"));
        links.add(entry(request, "/audit", "Audit log"));
        links.add(entry(request, "/measures", "Measures"));
        links.add(Html.link(request.getContextPath() + settings.home(), "Back to the application"));
        return links;
    }

    private Html entry(HttpServletRequest request, String page, String text) {
        String path = at(request, page);
        return path.equals(request.getRequestURI())
                ? Html.of("<a href=\"{}\" aria-current=\"page\">{}</a>", path, text)
                : Html.link(path, text);
    }

    /** A button that changes something; what is sent along stands before it. */
    static Html button(HttpServletRequest request, String path, String text, Object... sent) {
        return Html.of(
                "<form method=\"post\" action=\"{}\">{}{}<button>{}</button></form>",
                path,
                token(request),
                List.of(sent),
                text);
    }

    static Html hidden(String name, Object value) {
        return Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
    }

    /** What a form needs to be taken for the user's own. */
    private static Html token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? hidden(token.getParameterName(), token.getToken())
                : new Html("");
    }
}
