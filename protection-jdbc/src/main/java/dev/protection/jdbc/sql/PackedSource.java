package dev.protection.jdbc.sql;

import dev.protection.Field;
import java.util.List;

/**
 * A protected value that brings its owner along in one text: it can leave a scalar subquery or a set operation, and
 * pass through any query around.
 *
 * @param number the number of its occurrence
 * @param table the table of its first field
 * @param uses the fields it can be of; the text begins with their number
 */
record PackedSource(int number, ProtectedTable table, List<FieldUse> uses) implements Source {
    /** The text: the field's number, then cell, tenant and person in hexadecimal digits. NULL for a NULL cell. */
    static String packed(int use, String cell, Owner owner, Dialect dialect) {
        String tenant = owner.tenant().map(value -> hex(value, dialect)).orElse("''");
        String subject = hex(owner.subject(), dialect);
        return switch (dialect) {
            case POSTGRESQL ->
                "('" + use + ":' || encode(" + cell + ", 'hex') || ':' || " + tenant + " || ':' || " + subject + ")";
            case MARIADB -> "CONCAT('" + use + ":', HEX(" + cell + "), ':', " + tenant + ", ':', " + subject + ")";
            case H2 -> "('" + use + ":' || RAWTOHEX(" + cell + ") || ':' || " + tenant + " || ':' || " + subject + ")";
        };
    }

    private static String hex(String value, Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> "COALESCE(encode(convert_to(CAST(" + value + " AS text), 'UTF8'), 'hex'), '')";
            case MARIADB -> "COALESCE(HEX(CONVERT(" + value + " USING utf8mb4)), '')";
            case H2 -> "COALESCE(RAWTOHEX(STRINGTOUTF8(CAST(" + value + " AS VARCHAR))), '')";
        };
    }

    @Override
    public String qualifier() {
        return "";
    }

    @Override
    public String termName(Field field) {
        throw SqlRefusal.COMPARISON.at(0);
    }

    @Override
    public Owner owner() {
        throw new IllegalStateException("a packed value has its owner within");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedSource source && source.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
