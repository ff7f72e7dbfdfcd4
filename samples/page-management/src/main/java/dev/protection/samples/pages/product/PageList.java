package dev.protection.samples.pages.product;

import dev.protection.samples.pages.web.Html;
import dev.protection.samples.pages.web.Layout;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages that an agency manages for its clients, or an enterprise for its locations. No person is in them. */
@RestController
class PageList {
    private static final int SIZE = 25;
    private static final String PAGES = """
            SELECT p.title AS title, c.id AS client, u.title AS above FROM page p
            JOIN tenant c ON c.id = p.client_id LEFT JOIN tenant u ON u.id = c.parent_id ORDER BY p.page_id
            """;

    private final JdbcClient jdbc;
    private final Clients clients;

    PageList(JdbcClient jdbc, Clients clients) {
        this.jdbc = jdbc;
        this.clients = clients;
    }

    /** A page, the client or location whose it is, and who that belongs to. */
    record Listed(String title, String client, String above) {}

    @GetMapping(path = "/pages", produces = "text/html;charset=UTF-8")
    String pages(
            HttpServletRequest request,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String title) {
        Set<String> mine = clients.of(request);
        List<Listed> all = jdbc.sql(PAGES).query(Listed.class).list().stream()
                .filter(listed -> mine.contains(listed.client()))
                .filter(listed -> lower(listed.title()).contains(lower(title.strip())))
                .toList();
        int from = Math.min(all.size(), Math.max(0, page) * SIZE);
        List<Listed> shown = all.subList(from, Math.min(all.size(), from + SIZE));
        return Layout.page(
                request,
                "Pages",
                search(title),
                Html.section(
                        Texts.count(all.size(), "page", "pages"),
                        Html.table(
                                "Pages",
                                List.of("Page", "Client or location", "Agency or region", "People"),
                                shown.stream().<List<?>>map(PageList::row).toList()),
                        Paging.of(
                                "/pages",
                                new PageImpl<>(shown, PageRequest.of(Math.max(0, page), SIZE), all.size()),
                                "title",
                                title)));
    }

    private static Html search(String title) {
        return Html.of("""
                <section><h2>Search</h2><form action="/pages" role="search">
                <label>Title contains <input name="title" value="{}" autocomplete="off"></label>
                <button>Search</button></form></section>
                """, title);
    }

    private static List<?> row(Listed page) {
        return List.of(
                page.title(),
                page.client(),
                page.above(),
                Html.link("/contacts?client=" + page.client(), "People of " + page.title()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
