package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.Dialect;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;

/**
 * How a database and its driver describe a plain column of each field type. Lengths of text, bytes and decimal numbers
 * are not declared: they are described as unlimited.
 */
final class LogicalTypes {
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int MICROSECONDS = 6;

    private final Dialect dialect;
    private final DriverReading reading;

    /** For the product as its metadata names it; an unknown one is described in standard SQL. */
    LogicalTypes(String product) {
        this.dialect = Dialect.of(product).orElse(Dialect.H2);
        this.reading = DriverReading.of(dialect);
    }

    /**
     * A column as {@code ResultSetMetaData} describes it.
     *
     * @param code of {@link Types}
     * @param name the database's name of the type
     * @param className the class {@code getObject} gives
     * @param precision digits or characters, or bits in H2's whole numbers
     * @param scale digits after the point
     * @param displaySize the most characters
     * @param signed whether the driver says so
     * @param caseSensitive whether the driver says so
     */
    record Described(
            int code,
            String name,
            String className,
            int precision,
            int scale,
            int displaySize,
            boolean signed,
            boolean caseSensitive) {}

    /** How the driver reads such columns. */
    DriverReading reading() {
        return reading;
    }

    Described of(FieldType type) {
        return switch (type) {
            case TEXT -> unlimited(type, Types.VARCHAR, by("CHARACTER VARYING", "varchar", "VARCHAR"), String.class);
            case INTEGER -> integer();
            case DECIMAL ->
                unlimited(
                        type,
                        by(Types.NUMERIC, Types.NUMERIC, Types.DECIMAL),
                        by("NUMERIC", "numeric", "DECIMAL"),
                        type.javaType());
            case DATE -> sized(type, Types.DATE, by("DATE", "date", "DATE"), Date.class, by(10, 13, 10), 0);
            case TIMESTAMP ->
                sized(
                        type,
                        Types.TIMESTAMP,
                        by("TIMESTAMP", "timestamp", "DATETIME"),
                        Timestamp.class,
                        by(26, 29, 26),
                        MICROSECONDS);
            case BOOLEAN -> flag();
            case BYTES ->
                unlimited(
                        type,
                        by(Types.VARBINARY, Types.BINARY, Types.VARBINARY),
                        by("BINARY VARYING", "bytea", "VARBINARY"),
                        byte[].class);
        };
    }

    private Described integer() {
        FieldType type = FieldType.INTEGER;
        String name = by("BIGINT", "int8", "BIGINT");
        return described(type, Types.BIGINT, name, Long.class, by(64, 19, 19), 0, 20);
    }

    private Described flag() {
        FieldType type = FieldType.BOOLEAN;
        int code = by(Types.BOOLEAN, Types.BIT, Types.BOOLEAN);
        return described(type, code, by("BOOLEAN", "bool", "BOOLEAN"), Boolean.class, 1, 0, by(5, 1, 1));
    }

    private Described unlimited(FieldType type, int code, String name, Class<?> read) {
        return sized(type, code, name, read, UNLIMITED, 0);
    }

    private Described sized(FieldType type, int code, String name, Class<?> read, int precision, int scale) {
        return described(type, code, name, read, precision, scale, precision);
    }

    private Described described(
            FieldType type, int code, String name, Class<?> read, int precision, int scale, int displaySize) {
        boolean number = type == FieldType.INTEGER || type == FieldType.DECIMAL;
        boolean lettered = type == FieldType.TEXT || type == FieldType.BYTES;
        return new Described(
                code,
                name,
                dialect == Dialect.MARIADB ? read.getTypeName() : read.getName(),
                precision,
                scale,
                displaySize,
                number || dialect == Dialect.MARIADB,
                lettered || dialect != Dialect.POSTGRESQL);
    }

    private <T> T by(T h2, T postgresql, T mariadb) {
        return switch (dialect) {
            case H2 -> h2;
            case POSTGRESQL -> postgresql;
            case MARIADB -> mariadb;
        };
    }
}
