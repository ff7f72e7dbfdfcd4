package dev.protection.samples.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Markup that is safe to send: texts put into it are escaped.
 *
 * @param markup the markup
 */
record Html(String markup) {
    private static final String HOLE = "{}";

    /** Fills the holes {@code {}} of a template: markup as it is, a list piece by piece, anything else escaped. */
    static Html of(String template, @Nullable Object... values) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int hole = template.indexOf(HOLE, from);
            filled.append(template, from, hole).append(text(value));
            from = hole + HOLE.length();
        }
        return new Html(filled.append(template, from, template.length()).toString());
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Html html) {
            return html.markup;
        }
        if (value instanceof List<?> many) {
            return many.stream().map(Html::text).collect(Collectors.joining("\n"));
        }
        return value == null ? "<em>none</em>" : HtmlUtils.htmlEscape(value.toString());
    }

    static Html row(@Nullable Object... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (Object cell : cells) {
            row.append("<td>").append(text(cell)).append("</td>");
        }
        return new Html(row.append("</tr>").toString());
    }

    static Html table(List<String> heads, List<Html> rows) {
        List<Html> cells = heads.stream()
                .map(head -> of("<th scope=\"col\">{}</th>", head))
                .toList();
        return of(
                "<div class=\"scroll\"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>", cells, rows);
    }

    static Html section(String title, Object... parts) {
        return of("<section><h2>{}</h2>{}</section>", title, List.of(parts));
    }
}
