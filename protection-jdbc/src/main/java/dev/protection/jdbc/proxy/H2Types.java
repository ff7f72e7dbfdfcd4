package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;

/** How H2 and its driver describe columns. */
final class H2Types {
    private static final int LONGEST = 1_000_000_000;
    private static final int LARGEST = Integer.MAX_VALUE;
    private static final int MOST_DIGITS = 100_000;

    private H2Types() {}

    static TypeDescription of(ColumnType type) {
        TypeDescription described = switch (type.field()) {
            case TEXT -> text(type);
            case INTEGER -> whole(type);
            case DECIMAL -> decimal(type);
            case DATE -> TypeDescription.sized(Types.DATE, "DATE", Date.class, 10);
            case TIMESTAMP ->
                TypeDescription.sized(
                                Types.TIMESTAMP,
                                "TIMESTAMP",
                                Timestamp.class,
                                LogicalTypes.timestamp(19, type.length()))
                        .scale(type.length());
            case BOOLEAN ->
                TypeDescription.sized(Types.BOOLEAN, "BOOLEAN", Boolean.class, 1)
                        .displaySize(5);
            case BYTES -> bytes(type);
        };
        return described.flags(described.signed(), true);
    }

    private static TypeDescription text(ColumnType type) {
        return type.kind() == ColumnType.Kind.CLOB
                ? TypeDescription.sized(Types.CLOB, "CHARACTER LARGE OBJECT", Clob.class, LARGEST)
                : TypeDescription.sized(
                        Types.VARCHAR, "CHARACTER VARYING", String.class, type.limited() ? type.length() : LONGEST);
    }

    private static TypeDescription whole(ColumnType type) {
        int bits = type.kind().capacity();
        TypeDescription described = switch (type.kind()) {
            case TINYINT ->
                TypeDescription.sized(Types.TINYINT, "TINYINT", Integer.class, bits)
                        .displaySize(4);
            case SMALLINT ->
                TypeDescription.sized(Types.SMALLINT, "SMALLINT", Integer.class, bits)
                        .displaySize(6);
            case INTEGER ->
                TypeDescription.sized(Types.INTEGER, "INTEGER", Integer.class, bits)
                        .displaySize(11);
            default ->
                TypeDescription.sized(Types.BIGINT, "BIGINT", Long.class, bits).displaySize(20);
        };
        return described.flags(true, true);
    }

    private static TypeDescription decimal(ColumnType type) {
        int digits = type.limited() ? type.length() : MOST_DIGITS;
        boolean decimal = type.kind() == ColumnType.Kind.DECIMAL;
        return TypeDescription.sized(
                        decimal ? Types.DECIMAL : Types.NUMERIC,
                        decimal ? "DECIMAL" : "NUMERIC",
                        BigDecimal.class,
                        digits)
                .scale(type.scale())
                .displaySize(digits + 2)
                .flags(true, true);
    }

    private static TypeDescription bytes(ColumnType type) {
        if (type.kind() == ColumnType.Kind.BLOB) {
            return TypeDescription.sized(Types.BLOB, "BINARY LARGE OBJECT", Blob.class, LARGEST);
        }
        int length = type.limited() ? type.length() : LONGEST;
        return TypeDescription.sized(Types.VARBINARY, "BINARY VARYING", byte[].class, length)
                .displaySize(2 * length);
    }
}
