package dev.protection.core.encryption;

import static dev.protection.core.encryption.VectorWriter.bytes;
import static dev.protection.core.encryption.VectorWriter.digest;
import static dev.protection.core.encryption.VectorWriter.hex;

import dev.protection.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Vectors of cells: a good one for each shape of value, and from them bad ones by one fault each. */
final class CellVectors {
    private static final String SHAPE = "PROT-CELL-SHAPE";
    private static final String NOT_AUTHENTIC = "PROT-CELL-NOT-AUTHENTIC";
    private static final String VALUE = "PROT-CELL-VALUE";
    private static final int NONCE_AT = 9;
    private static final int VALUE_AT = 21;

    private CellVectors() {}

    /** Type, value as text, encoding in hexadecimal; the first of each type gets the faults. */
    private static final String[][] VALUES = {
        {"text", "Ådne Šimůnek", "c385646e6520c5a0696dc5af6e656b"},
        {"text", "", ""},
        {"text", "\uD83E\uDD8A\u0000*", "f09fa68a 00 2a"},
        {"integer", "42", "000000000000002a"},
        {"integer", "-1", "ffffffffffffffff"},
        {"integer", "-9223372036854775808", "8000000000000000"},
        {"decimal", "1299.50", "00000002 01fb9e"},
        {"decimal", "0", "00000000 00"},
        {"decimal", "-1E+3", "fffffffd ff"},
        {"decimal", "128", "00000000 0080"},
        {"date", "1984-02-29", "0000000000001434"},
        {"date", "1969-12-31", "ffffffffffffffff"},
        {"date", "-0044-03-15", "fffffffffff4c6db"},
        {"timestamp", "2026-03-01T10:15:30.123456789", "0000000069a411c2 075bcd15"},
        {"timestamp", "1969-12-31T23:59:59.999999999", "ffffffffffffffff 3b9ac9ff"},
        {"boolean", "true", "01"},
        {"boolean", "false", "00"},
        {"bytes", "00e7ff10", "00e7ff10"},
        {"bytes", "", ""},
    };

    /** Type, what is wrong, bytes that are no value of the type. */
    private static final String[][] NO_VALUES = {
        {"text", "a byte that begins nothing in UTF-8", "41ff42"},
        {"text", "an overlong form", "c080"},
        {"text", "half a surrogate pair", "eda080"},
        {"text", "an unfinished sequence", "41c3"},
        {"integer", "seven bytes", "0000000000002a"},
        {"integer", "nine bytes", "00000000000000002a"},
        {"integer", "no bytes", ""},
        {"decimal", "a scale without digits", "00000002"},
        {"decimal", "no bytes", ""},
        {"decimal", "a leading zero byte too many", "00000000 007f"},
        {"decimal", "a leading sign byte too many", "00000000 ff80"},
        {"date", "four bytes", "00001434"},
        {"date", "a day after the last", "7fffffffffffffff"},
        {"timestamp", "eight bytes", "0000000069a411c2"},
        {"timestamp", "a second of too many nanoseconds", "0000000069a411c2 3b9aca00"},
        {"timestamp", "negative nanoseconds", "0000000069a411c2 ffffffff"},
        {"timestamp", "a second after the last", "7fffffffffffffff 00000000"},
        {"boolean", "two", "02"},
        {"boolean", "minus one", "ff"},
        {"boolean", "no bytes", ""},
        {"boolean", "two bytes", "0001"},
    };

    static List<Map<String, Object>> all() {
        List<Map<String, Object>> vectors = new ArrayList<>();
        String before = "";
        for (String[] value : VALUES) {
            Map<String, Object> good = good(value[0], value[1], bytes(value[2].replace(" ", "")));
            vectors.add(good);
            if (!value[0].equals(before)) {
                vectors.addAll(changed(good));
                vectors.addAll(moved(good));
            }
            before = value[0];
        }
        for (String[] none : NO_VALUES) {
            Map<String, Object> good = good(none[0], first(none[0]), bytes(none[2].replace(" ", "")));
            vectors.add(bad(good, none[1], VALUE, "cell", cell -> cell));
        }
        return vectors;
    }

    /** Text forms of the first cell: one that reads, and ones that do not. */
    static List<Map<String, Object>> texts() {
        String good = VectorWriter.base64(
                bytes(VectorWriter.text(good("text", first("text"), bytes(encoding("text"))), "cell")));
        List<Map<String, Object>> vectors = new ArrayList<>();
        vectors.add(text("", "reads", good));
        vectors.add(text("padding", SHAPE, good + "=="));
        vectors.add(text("a blank in front", SHAPE, " " + good));
        vectors.add(text("a line end behind", SHAPE, good + "\n"));
        vectors.add(text("a character of the other alphabet", SHAPE, good.substring(0, 9) + "+" + good.substring(10)));
        vectors.add(text("a character cut off", SHAPE, good.substring(0, good.length() - 1)));
        vectors.add(text("a wrong version", SHAPE, "4" + good.substring(1)));
        vectors.add(text("bits behind the last byte", SHAPE, good.substring(0, good.length() - 1) + "B"));
        vectors.add(text("nothing", SHAPE, ""));
        return vectors;
    }

    private static Map<String, Object> text(String fault, String result, String text) {
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("fault", fault);
        vector.put("result", result);
        vector.put("text", text);
        return vector;
    }

    private static Map<String, Object> good(String type, String value, byte[] encoding) {
        String field = type + "_field";
        byte[] keyId = digest("key id of " + type, 8);
        byte[] key = digest("subject key of " + type, 32);
        byte[] nonce = digest("nonce of " + type + " " + value + hex(encoding), 12);
        byte[] bound = VectorWriter.cellAssociatedData(
                FieldType.valueOf(type.toUpperCase(java.util.Locale.ROOT)), "contact", field, keyId);
        byte[] sealed = PlainJce.encrypt(key, nonce, encoding, bound);
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("name", type + " " + value);
        vector.put("result", "opens");
        vector.put("type", type);
        vector.put("dataset", "contact");
        vector.put("field", field);
        vector.put("keyId", hex(keyId));
        vector.put("key", hex(key));
        vector.put("cell", hex(VectorWriter.join(new byte[] {(byte) 0xE7}, keyId, sealed)));
        vector.put("value", value);
        vector.put("encoding", hex(encoding));
        vector.put("associatedData", hex(bound));
        return vector;
    }

    private static List<Map<String, Object>> changed(Map<String, Object> good) {
        List<Map<String, Object>> vectors = new ArrayList<>();
        int length = bytes(VectorWriter.text(good, "cell")).length;
        vectors.add(altered(good, "a bit of the version changed", SHAPE, cell -> flip(cell, 0)));
        vectors.add(altered(good, "the version of another format", SHAPE, cell -> set(cell, 0, (byte) 0xE8)));
        vectors.add(altered(good, "a bit of the key id changed", NOT_AUTHENTIC, cell -> flip(cell, 1)));
        vectors.add(altered(good, "the last bit of the key id changed", NOT_AUTHENTIC, cell -> flip(cell, 8)));
        vectors.add(altered(good, "a bit of the nonce changed", NOT_AUTHENTIC, cell -> flip(cell, NONCE_AT)));
        vectors.add(
                altered(good, "the last bit of the nonce changed", NOT_AUTHENTIC, cell -> flip(cell, VALUE_AT - 1)));
        vectors.add(altered(good, "a bit of the ciphertext changed", NOT_AUTHENTIC, cell -> flip(cell, VALUE_AT)));
        vectors.add(altered(good, "a bit of the tag changed", NOT_AUTHENTIC, cell -> flip(cell, length - 16)));
        vectors.add(altered(good, "the last bit of the tag changed", NOT_AUTHENTIC, cell -> flip(cell, length - 1)));
        vectors.add(altered(good, "the last byte cut off", NOT_AUTHENTIC, cell -> Arrays.copyOf(cell, length - 1)));
        vectors.add(altered(good, "the first byte cut off", SHAPE, cell -> Arrays.copyOfRange(cell, 1, length)));
        vectors.add(altered(good, "cut to one byte less than the least", SHAPE, cell -> Arrays.copyOf(cell, 36)));
        vectors.add(altered(good, "cut to the least", NOT_AUTHENTIC, cell -> Arrays.copyOf(cell, 37)));
        vectors.add(altered(good, "everything cut off", SHAPE, cell -> new byte[0]));
        vectors.add(altered(good, "a zero byte behind", NOT_AUTHENTIC, cell -> Arrays.copyOf(cell, length + 1)));
        vectors.add(altered(good, "a byte in front", SHAPE, cell -> VectorWriter.join(new byte[1], cell)));
        vectors.add(altered(good, "a byte of the nonce moved behind", NOT_AUTHENTIC, CellVectors::rotate));
        vectors.add(altered(
                good,
                "the tag set to zero",
                NOT_AUTHENTIC,
                cell -> Arrays.copyOf(Arrays.copyOf(cell, length - 16), length)));
        return vectors;
    }

    private static List<Map<String, Object>> moved(Map<String, Object> good) {
        String type = VectorWriter.text(good, "type");
        String other = type.equals("bytes") ? "text" : "bytes";
        return List.of(
                bad(good, "read from another field", NOT_AUTHENTIC, "field", field -> "other"),
                bad(good, "read from a field of a longer name", NOT_AUTHENTIC, "field", field -> field + "s"),
                bad(good, "read from another dataset", NOT_AUTHENTIC, "dataset", dataset -> "invoice"),
                bad(good, "read as another type", NOT_AUTHENTIC, "type", ignored -> other),
                bad(
                        good,
                        "opened with another person's key",
                        NOT_AUTHENTIC,
                        "key",
                        key -> hex(digest("foreign key", 32))),
                bad(
                        good,
                        "opened with a key of another id",
                        NOT_AUTHENTIC,
                        "keyId",
                        id -> hex(digest("foreign id", 8))));
    }

    private static Map<String, Object> altered(
            Map<String, Object> good, String fault, String result, UnaryOperator<byte[]> change) {
        return bad(good, fault, result, "cell", cell -> hex(change.apply(VectorWriter.bytes(cell))));
    }

    private static Map<String, Object> bad(
            Map<String, Object> good, String fault, String result, String part, UnaryOperator<String> change) {
        Map<String, Object> vector = new LinkedHashMap<>(good);
        vector.keySet().removeAll(List.of("value", "encoding", "associatedData"));
        vector.put("name", good.get("type") + ": " + fault);
        vector.put("result", result);
        vector.put(part, change.apply(VectorWriter.text(good, part)));
        vector.put("like", good.get("name"));
        return vector;
    }

    private static byte[] flip(byte[] cell, int at) {
        return set(cell, at, (byte) (cell[at] ^ 1));
    }

    private static byte[] set(byte[] cell, int at, byte value) {
        cell[at] = value;
        return cell;
    }

    private static byte[] rotate(byte[] cell) {
        byte first = cell[NONCE_AT];
        System.arraycopy(cell, NONCE_AT + 1, cell, NONCE_AT, cell.length - NONCE_AT - 1);
        return set(cell, cell.length - 1, first);
    }

    private static String first(String type) {
        return Arrays.stream(VALUES)
                .filter(value -> value[0].equals(type))
                .findFirst()
                .orElseThrow()[1];
    }

    private static String encoding(String type) {
        return Arrays.stream(VALUES)
                .filter(value -> value[0].equals(type))
                .findFirst()
                .orElseThrow()[2]
                .replace(" ", "");
    }
}
