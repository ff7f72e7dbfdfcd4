package dev.protection.core.encryption;

import static dev.protection.core.encryption.VectorWriter.bytes;
import static dev.protection.core.encryption.VectorWriter.digest;
import static dev.protection.core.encryption.VectorWriter.hex;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Vectors of index terms: the value as written, and the bytes that are compared, worked out by hand. */
final class TermVectors {
    private TermVectors() {}

    /** Type, normalisations, value as text, compared text (for text) or bytes in hexadecimal. */
    private static final String[][] VALUES = {
        {"text", "", "Ada@Example.com", "Ada@Example.com"},
        {"text", "", " Ada@Example.com", " Ada@Example.com"},
        {"text", "email", "\u00A0Ada@Example.com\t", "ada@example.com"},
        {"text", "case", "STRASSE", "strasse"},
        {"text", "case", "Straße", "strasse"},
        {"text", "case", "ΟΔΟΣ", "οδος"},
        {"text", "case", "İ", "i\u0307"},
        {"text", "trim", " \u2003a b\r\n", "a b"},
        {"text", "nfkc", "\uFB01e\u0301", "fi\u00E9"},
        {"text", "nfkc,case", "\uFB01e\u0301\u2126", "fi\u00E9\u03C9"},
        {"text", "phone", "+358 (0)40-123 45", "+35804012345"},
        {"text", "phone", "040 12+3", "040123"},
        {"text", "phone", "\uFF0B\uFF13\u0665", "+35"},
        {"integer", "", "42", "000000000000002a"},
        {"decimal", "", "1.50", "00000001 0f"},
        {"decimal", "", "1.5", "00000001 0f"},
        {"decimal", "", "0.000", "00000000 00"},
        {"decimal", "", "1500", "fffffffe 0f"},
        {"date", "", "1984-02-29", "0000000000001434"},
        {"timestamp", "", "2026-03-01T10:15:30", "0000000069a411c2 00000000"},
        {"boolean", "", "true", "01"},
        {"bytes", "", "00e7ff10", "00e7ff10"},
    };

    static List<Map<String, Object>> all() {
        List<Map<String, Object>> vectors = new ArrayList<>();
        byte[] key = digest("index key", 32);
        for (String[] value : VALUES) {
            byte[] compared = value[0].equals("text")
                    ? value[3].getBytes(StandardCharsets.UTF_8)
                    : bytes(value[3].replace(" ", ""));
            byte[] input = VectorWriter.parts("protection/index", value[0], compared);
            Map<String, Object> vector = new LinkedHashMap<>();
            vector.put("type", value[0]);
            vector.put("normalise", value[1].isEmpty() ? List.of() : List.of(value[1].split(",")));
            vector.put("value", value[2]);
            vector.put("compared", hex(compared));
            vector.put("key", hex(key));
            vector.put("input", hex(input));
            vector.put("term", hex(PlainJce.hmac(key, input)));
            vectors.add(vector);
        }
        return vectors;
    }
}
