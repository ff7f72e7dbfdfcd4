package dev.protection.core.encryption;

import static dev.protection.core.encryption.VectorWriter.digest;
import static dev.protection.core.encryption.VectorWriter.hex;
import static dev.protection.core.encryption.VectorWriter.join;
import static dev.protection.core.encryption.VectorWriter.parts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Vectors of the columns of beginnings: a text as the column compares it, and the column's bytes. */
final class BeginningVectors {
    private static final int MOST = 64;

    private static final String[][] TEXTS = {
        {"prefix", ""},
        {"prefix", "Davis"},
        {"prefix", "Davison"},
        {"folded", "davis"},
        {"upper", "STRASSE"},
        {"lower", "straße"},
        {"prefix", "\uD83C\uDF89 張"},
        {"prefix", "0123456789".repeat(7)},
        {"prefix", "0123456789".repeat(7) + "x"},
    };

    private BeginningVectors() {}

    static List<Map<String, Object>> all() {
        List<Map<String, Object>> vectors = new ArrayList<>();
        byte[] key = digest("index key", 32);
        for (String[] text : TEXTS) {
            Map<String, Object> vector = new LinkedHashMap<>();
            vector.put("column", text[0]);
            vector.put("text", text[1]);
            vector.put("key", hex(key));
            vector.put("beginnings", hex(beginnings(key, text[0], text[1])));
            vectors.add(vector);
        }
        return vectors;
    }

    private static byte[] beginnings(byte[] key, String column, String text) {
        int[] points = text.codePoints().toArray();
        List<byte[]> terms = new ArrayList<>();
        for (int i = 1; i <= Math.min(points.length, MOST); i++) {
            terms.add(term(key, "protection/prefix", column, new String(points, 0, i)));
        }
        terms.add(term(key, "protection/whole", column, text));
        return join(terms.toArray(byte[][]::new));
    }

    private static byte[] term(byte[] key, String purpose, String column, String text) {
        return Arrays.copyOf(PlainJce.hmac(key, parts(purpose, column, text)), 16);
    }
}
