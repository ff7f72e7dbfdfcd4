package dev.protection.core.rights;

import dev.protection.rights.ExportItem;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of an export as each of its formats writes them. */
final class ExportValues {
    /** How formulas begin, also in the full-width forms, and what spreadsheets skip before them. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private ExportValues() {}

    /** Numbers and booleans stay what they are, bytes become Base64, everything else ISO text. */
    static Map<String, Object> json(ExportItem item) {
        Map<String, Object> values = new LinkedHashMap<>();
        item.values().forEach((name, value) -> values.put(name, value.map(ExportValues::json)));
        item.attachment().ifPresent(file -> values.put("attachment", file.name()));
        if (!item.aboutOthers().isEmpty()) {
            values.put("$aboutOthers", item.aboutOthers());
        }
        return values;
    }

    private static Object json(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : text(value);
    }

    static String csvHeader(ExportItem item) {
        return item.values().keySet().stream().map(ExportValues::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    static String csv(ExportItem item) {
        return item.values().values().stream()
                        .map(value -> value.map(ExportValues::cell).orElse(""))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    static String html(ExportItem item) {
        StringBuilder rows = new StringBuilder("<table>");
        item.values()
                .forEach((name, value) -> rows.append("<tr><th>")
                        .append(escaped(name))
                        .append(item.aboutOthers().contains(name) ? " (may be about other people too)" : "")
                        .append("</th><td>")
                        .append(escaped(value.map(ExportValues::text).orElse("")))
                        .append("</td></tr>"));
        item.attachment()
                .ifPresent(file -> rows.append("<tr><th>file</th><td>")
                        .append(escaped(file.name()))
                        .append("</td></tr>"));
        return rows.append("</table>\n").toString();
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP: CSV injection). */
    private static String cell(Object value) {
        String text = text(value);
        boolean formula = value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return quoted(formula ? "'" + text : text);
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }

    /** RFC 4180: always quoted, so that no value is taken for a separator. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
