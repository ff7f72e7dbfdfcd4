package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;

/** How MariaDB and its driver describe columns. */
final class MariaTypes {
    private MariaTypes() {}

    static TypeDescription of(ColumnType type) {
        TypeDescription described = switch (type.field()) {
            case TEXT -> text(type);
            case INTEGER -> whole(type);
            case DECIMAL -> decimal(type);
            case DATE -> TypeDescription.sized(Types.DATE, "DATE", Date.class, 10);
            case TIMESTAMP ->
                TypeDescription.sized(
                                Types.TIMESTAMP, "DATETIME", Timestamp.class, LogicalTypes.timestamp(19, type.length()))
                        .scale(type.length());
            case BOOLEAN ->
                TypeDescription.sized(
                        Types.BOOLEAN, type.kind() == ColumnType.Kind.BIT ? "BIT" : "BOOLEAN", Boolean.class, 1);
            case BYTES -> bytes(type);
        };
        return described.flags(type.kind() != ColumnType.Kind.BIT, true);
    }

    private static TypeDescription text(ColumnType type) {
        return switch (type.kind()) {
            case TINYTEXT, TEXT, MEDIUMTEXT ->
                TypeDescription.sized(
                        Types.VARCHAR,
                        type.kind().name(),
                        String.class,
                        type.kind().capacity());
            case LONGTEXT -> TypeDescription.sized(Types.LONGVARCHAR, "LONGTEXT", String.class, 0);
            default ->
                TypeDescription.sized(
                        Types.VARCHAR, "VARCHAR", String.class, type.limited() ? type.length() : Integer.MAX_VALUE);
        };
    }

    private static TypeDescription whole(ColumnType type) {
        TypeDescription described = switch (type.kind()) {
            case TINYINT -> integer(Types.TINYINT, "TINYINT", Integer.class, 3);
            case SMALLINT -> integer(Types.SMALLINT, "SMALLINT", Short.class, 5);
            case MEDIUMINT -> integer(Types.INTEGER, "MEDIUMINT", Integer.class, 7);
            case INTEGER -> integer(Types.INTEGER, "INTEGER", Integer.class, 10);
            default -> integer(Types.BIGINT, "BIGINT", Long.class, 19);
        };
        if (!type.limited()) {
            return described;
        }
        int digits = Math.min(type.length(), described.precision());
        return TypeDescription.sized(described.code(), described.name(), described.read(), digits)
                .displaySize(type.length());
    }

    private static TypeDescription integer(int code, String name, Class<?> read, int digits) {
        return TypeDescription.sized(code, name, read, digits).displaySize(digits + 1);
    }

    private static TypeDescription decimal(ColumnType type) {
        int digits = type.limited() ? type.length() : Integer.MAX_VALUE;
        int more = !type.limited() ? 0 : type.scale() > 0 ? 2 : 1;
        return TypeDescription.sized(Types.DECIMAL, "DECIMAL", BigDecimal.class, digits)
                .scale(type.scale())
                .displaySize(digits + more);
    }

    private static TypeDescription bytes(ColumnType type) {
        return switch (type.kind()) {
            case TINYBLOB, BLOB, MEDIUMBLOB ->
                TypeDescription.sized(
                        Types.VARBINARY,
                        type.kind().name(),
                        Blob.class,
                        type.kind().capacity());
            case LONGBLOB -> TypeDescription.sized(Types.LONGVARBINARY, "LONGBLOB", Blob.class, -1);
            default ->
                TypeDescription.sized(
                        Types.VARBINARY, "VARBINARY", byte[].class, type.limited() ? type.length() : Integer.MAX_VALUE);
        };
    }
}
