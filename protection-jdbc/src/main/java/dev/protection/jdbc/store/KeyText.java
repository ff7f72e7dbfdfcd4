package dev.protection.jdbc.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of key columns as text, and back into something that compares with the column as the column compares. */
final class KeyText {
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,60}(\\.[0-9]{1,60})?");

    private KeyText() {}

    /** Joins the values of several columns; the text says nothing that a database would read as SQL. */
    static String join(List<String> parts) {
        List<String> encoded = new ArrayList<>();
        for (String part : parts) {
            encoded.add(Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)));
        }
        return String.join(".", encoded);
    }

    static List<String> split(String joined) {
        List<String> parts = new ArrayList<>();
        for (String part : joined.split("\\.", -1)) {
            parts.add(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        }
        return parts;
    }

    static String of(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    /**
     * What to bind for a text.
     *
     * @return empty when no value of the column has this text
     */
    static Optional<Object> value(PhysicalTable.Column column, String text) {
        String type = column.type().toLowerCase(Locale.ROOT);
        boolean whole = type.contains("int") && !type.contains("interval") && !type.contains("point");
        if (whole) {
            return WHOLE.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
        }
        if (type.startsWith("decimal") || type.startsWith("numeric")) {
            return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
        }
        if (type.contains("binary") || type.equals("bytea") || type.contains("blob")) {
            return Optional.of(HexFormat.of().parseHex(text));
        }
        return Optional.of(new SqlValues.Untyped(text));
    }

    /** Whether the column holds text, whose comparison follows a collation. */
    static boolean isText(PhysicalTable.Column column) {
        String type = column.type().toLowerCase(Locale.ROOT);
        return type.contains("char") || type.contains("text") || type.contains("clob");
    }
}
