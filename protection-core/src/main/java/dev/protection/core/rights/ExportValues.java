package dev.protection.core.rights;

import dev.protection.rights.ExportItem;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of an export as each of its formats writes them. */
final class ExportValues {
    private ExportValues() {}

    /** Numbers and booleans stay what they are, bytes become Base64, everything else ISO text. */
    static Map<String, Object> json(ExportItem item) {
        Map<String, Object> values = new LinkedHashMap<>();
        item.values().forEach((name, value) -> values.put(name, value.map(ExportValues::json)));
        item.attachment().ifPresent(file -> values.put("attachment", file.name()));
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
                        .map(value -> value.map(each -> quoted(text(each))).orElse(""))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    static String html(ExportItem item) {
        StringBuilder rows = new StringBuilder("<table>");
        item.values()
                .forEach((name, value) -> rows.append("<tr><th>")
                        .append(escaped(name))
                        .append("</th><td>")
                        .append(escaped(value.map(ExportValues::text).orElse("")))
                        .append("</td></tr>"));
        item.attachment()
                .ifPresent(file -> rows.append("<tr><th>file</th><td>")
                        .append(escaped(file.name()))
                        .append("</td></tr>"));
        return rows.append("</table>\n").toString();
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
                .replace("\"", "&quot;");
    }
}
