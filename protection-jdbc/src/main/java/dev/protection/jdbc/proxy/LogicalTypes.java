package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import java.sql.Types;
import java.util.Map;
import java.util.Objects;

/** How a database would describe a plain column of each field type. */
final class LogicalTypes {
    private static final Map<String, Map<FieldType, String>> NAMES = Map.of(
            "PostgreSQL", names("varchar", "int8", "numeric", "timestamp", "bool", "bytea", "date"),
            "MariaDB", names("VARCHAR", "BIGINT", "DECIMAL", "DATETIME", "BOOLEAN", "VARBINARY", "DATE"),
            "H2", names("CHARACTER VARYING", "BIGINT", "NUMERIC", "TIMESTAMP", "BOOLEAN", "BINARY VARYING", "DATE"));

    private final Map<FieldType, String> names;

    /** For the product as its metadata names it; an unknown one is described in standard SQL. */
    LogicalTypes(String product) {
        this.names = Objects.requireNonNull(NAMES.getOrDefault(product, NAMES.get("H2")));
    }

    private static Map<FieldType, String> names(
            String text, String integer, String decimal, String timestamp, String flag, String bytes, String date) {
        return Map.of(
                FieldType.TEXT, text,
                FieldType.INTEGER, integer,
                FieldType.DECIMAL, decimal,
                FieldType.TIMESTAMP, timestamp,
                FieldType.BOOLEAN, flag,
                FieldType.BYTES, bytes,
                FieldType.DATE, date);
    }

    String name(FieldType type) {
        return names.getOrDefault(type, type.name());
    }

    static int code(FieldType type) {
        return switch (type) {
            case TEXT -> Types.VARCHAR;
            case INTEGER -> Types.BIGINT;
            case DECIMAL -> Types.NUMERIC;
            case DATE -> Types.DATE;
            case TIMESTAMP -> Types.TIMESTAMP;
            case BOOLEAN -> Types.BOOLEAN;
            case BYTES -> Types.VARBINARY;
        };
    }

    /** The class {@code getObject} gives. */
    static String className(FieldType type) {
        return switch (type) {
            case DATE -> java.sql.Date.class.getName();
            case TIMESTAMP -> java.sql.Timestamp.class.getName();
            case BYTES -> "[B";
            case TEXT, INTEGER, DECIMAL, BOOLEAN -> type.javaType().getName();
        };
    }

    static boolean signed(FieldType type) {
        return type == FieldType.INTEGER || type == FieldType.DECIMAL;
    }

    /** Digits or characters; as many as there may be where the declaration does not say. */
    static int precision(FieldType type) {
        return switch (type) {
            case INTEGER -> 19;
            case DATE -> 10;
            case TIMESTAMP -> 29;
            case BOOLEAN -> 1;
            case TEXT, BYTES, DECIMAL -> Integer.MAX_VALUE;
        };
    }
}
