package dev.protection.samples.pages.product;

import dev.protection.samples.pages.web.Html;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.web.util.UriComponentsBuilder;

/** The way through a list that does not fit one page. */
final class Paging {
    private Paging() {}

    /** Links to the pages before and after; what was searched for, as names and values, goes along. */
    static Html of(String path, Page<?> found, String... searched) {
        return Html.of(
                "<nav class=\"paging\" aria-label=\"Pages of the list\">{}<span>Page {} of {}</span>{}</nav>",
                found.hasPrevious() ? to(path, found.getNumber() - 1, "Previous", searched) : "",
                found.getNumber() + 1,
                Math.max(1, found.getTotalPages()),
                found.hasNext() ? to(path, found.getNumber() + 1, "Next", searched) : "");
    }

    private static Html to(String path, int page, String text, String... searched) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path).queryParam("page", page);
        List<String> values = new ArrayList<>();
        for (int i = 0; i + 1 < searched.length; i += 2) {
            if (!searched[i + 1].isEmpty()) {
                uri.queryParam(searched[i], "{" + searched[i] + "}");
                values.add(searched[i + 1]);
            }
        }
        return Html.link(uri.encode().buildAndExpand(values.toArray()).toUriString(), text);
    }
}
