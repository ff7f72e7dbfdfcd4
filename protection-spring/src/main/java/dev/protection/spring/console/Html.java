package dev.protection.spring.console;

import java.util.ArrayList;
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

    /**
     * Fills the holes {@code {}} of a template: markup as it is, a list piece by piece, anything else escaped.
     *
     * @param template the markup around the values
     * @param values one for each hole
     * @return markup
     */
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

    /**
     * A paragraph.
     *
     * @param text what it says
     * @return markup
     */
    static Html p(Object text) {
        return of("<p>{}</p>", text);
    }

    /**
     * A link.
     *
     * @param path where it leads
     * @param text what it says
     * @return markup
     */
    static Html link(String path, Object text) {
        return of("<a href=\"{}\">{}</a>", path, text);
    }

    /**
     * A section with its heading.
     *
     * @param title the heading
     * @param parts what is in it
     * @return markup
     */
    static Html section(String title, Object... parts) {
        return of("<section><h2>{}</h2>{}</section>", title, List.of(parts));
    }

    /**
     * A table that a narrow screen shows row by row, each cell under the head of its column.
     *
     * @param caption what it holds, for those who do not see where it stands
     * @param heads the heads of the columns
     * @param rows the cells
     * @return markup
     */
    static Html table(String caption, List<String> heads, List<List<?>> rows) {
        if (rows.isEmpty()) {
            return of("<p class=\"empty\">{}: none.</p>", caption);
        }
        List<Html> columns = heads.stream()
                .map(head -> of("<th role=\"columnheader\" scope=\"col\">{}</th>", head))
                .toList();
        return of(
                """
                <div class="scroll" role="region" aria-label="{}" tabindex="0"><table role="table">
                <caption>{}</caption><thead role="rowgroup"><tr role="row">{}</tr></thead>
                <tbody role="rowgroup">{}</tbody></table></div>
                """,
                caption,
                caption,
                columns,
                rows.stream().map(row -> row(heads, row)).toList());
    }

    private static Html row(List<String> heads, List<?> cells) {
        List<Html> filled = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            filled.add(of("<td role=\"cell\" data-head=\"{}\"><span>{}</span></td>", heads.get(i), cells.get(i)));
        }
        return of("<tr role=\"row\">{}</tr>", filled);
    }
}
