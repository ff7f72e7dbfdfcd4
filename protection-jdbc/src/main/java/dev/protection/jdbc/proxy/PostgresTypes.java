package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;

/** How PostgreSQL and its driver describe columns. */
final class PostgresTypes {
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int WIDEST_NUMBER = 131_089;

    private PostgresTypes() {}

    static TypeDescription of(ColumnType type) {
        return switch (type.field()) {
            case TEXT -> {
                String name = type.kind() == ColumnType.Kind.TEXT ? "text" : "varchar";
                int length = type.limited() ? type.length() : UNLIMITED;
                yield TypeDescription.sized(Types.VARCHAR, name, String.class, length)
                        .flags(false, true);
            }
            case INTEGER -> whole(type).flags(true, false);
            case DECIMAL -> decimal(type).flags(true, false);
            case DATE -> TypeDescription.sized(Types.DATE, "date", Date.class, 13);
            case TIMESTAMP ->
                TypeDescription.sized(Types.TIMESTAMP, "timestamp", Timestamp.class, length(type.length()))
                        .scale(type.length());
            case BOOLEAN -> TypeDescription.sized(Types.BIT, "bool", Boolean.class, 1);
            case BYTES ->
                TypeDescription.sized(Types.BINARY, "bytea", byte[].class, UNLIMITED)
                        .flags(false, true);
        };
    }

    /** The driver counts two digits at least. */
    private static int length(int fraction) {
        return LogicalTypes.timestamp(22, fraction == 1 ? 2 : fraction);
    }

    private static TypeDescription whole(ColumnType type) {
        return switch (type.kind()) {
            case SMALLINT ->
                TypeDescription.sized(Types.SMALLINT, "int2", Integer.class, 5).displaySize(6);
            case INTEGER ->
                TypeDescription.sized(Types.INTEGER, "int4", Integer.class, 10).displaySize(11);
            default ->
                TypeDescription.sized(Types.BIGINT, "int8", Long.class, 19).displaySize(20);
        };
    }

    private static TypeDescription decimal(ColumnType type) {
        int digits = type.limited() ? type.length() : 0;
        int point = type.scale() > 0 ? 2 : 1;
        return TypeDescription.sized(Types.NUMERIC, "numeric", BigDecimal.class, digits)
                .scale(type.scale())
                .displaySize(type.limited() ? digits + point : WIDEST_NUMBER);
    }
}
