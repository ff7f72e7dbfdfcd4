package dev.protection.jdbc.proxy;

import dev.protection.jdbc.proxy.RowOpener.StoredRow;
import dev.protection.jdbc.sql.FieldUse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a cell and its owner are in a fetched row.
 *
 * @param uses the field; several where each value names its own; none for a column that is computed
 * @param tenant the position of the tenant among the columns fetched as text, or -1
 * @param subject the position of the person, or -1
 * @param form how cell and owner are written
 */
record CellPlace(List<FieldUse> uses, int tenant, int subject, Form form) {
    /** Of a column that is computed. */
    static final CellPlace NONE = new CellPlace(List.of(), -1, -1, Form.STORED);

    /** How cell and owner are written. */
    enum Form {
        /** As they are stored. */
        STORED,
        /** The cell in hexadecimal digits, each part of the owner behind the cell and a colon. */
        GROUPED,
        /** One text: field, cell, tenant and person, with colons between. */
        PACKED
    }

    static CellPlace of(FieldUse use, int tenant, int subject, boolean grouped) {
        return new CellPlace(List.of(use), tenant, subject, grouped ? Form.GROUPED : Form.STORED);
    }

    static CellPlace packed(List<FieldUse> uses) {
        return new CellPlace(uses, -1, -1, Form.PACKED);
    }

    FieldUse use() {
        return uses.get(0);
    }

    boolean sealed() {
        return !uses.isEmpty() && use().field().encrypt();
    }

    /** A cell with what the row says of its owner. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Stored(
            FieldUse use,
            byte[] cell,
            @Nullable String tenant,
            @Nullable String subject) {}

    Stored read(byte[] stored, StoredRow row) {
        return switch (form) {
            case STORED -> new Stored(use(), stored, text(row, tenant), text(row, subject));
            case GROUPED ->
                new Stored(use(), hex(ascii(stored)), behind(text(row, tenant)), behind(text(row, subject)));
            case PACKED -> packed(ascii(stored).split(":", -1));
        };
    }

    private Stored packed(String[] parts) {
        return new Stored(uses.get(Integer.parseInt(parts[0])), hex(parts[1]), owner(parts[2]), owner(parts[3]));
    }

    private static @Nullable String owner(String digits) {
        return digits.isEmpty() ? null : new String(hex(digits), StandardCharsets.UTF_8);
    }

    private static @Nullable String text(StoredRow row, int position) {
        return position < 0 ? null : row.hidden()[position];
    }

    private static @Nullable String behind(@Nullable String text) {
        return text == null ? null : text.substring(text.indexOf(':') + 1);
    }

    private static String ascii(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
