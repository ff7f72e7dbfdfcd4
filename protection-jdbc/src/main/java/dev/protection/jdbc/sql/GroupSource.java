package dev.protection.jdbc.sql;

import dev.protection.Field;

/**
 * One row that stands for a group of rows with equal values.
 *
 * <p>A cell opens only with its own row's owner, so cell and owner must come from one row: each is aggregated by MIN
 * behind the cell in hexadecimal digits, which no two rows share.
 *
 * @param number the number of its occurrence
 * @param inner the rows of the group
 * @param cell the cell as it is written there
 * @param dialect how it is written
 */
record GroupSource(int number, Source inner, String cell, Dialect dialect) implements Source {
    @Override
    public ProtectedTable table() {
        return inner.table();
    }

    @Override
    public String qualifier() {
        return inner.qualifier();
    }

    @Override
    public boolean packed() {
        return true;
    }

    @Override
    public String termName(Field field) {
        return inner.termName(field);
    }

    @Override
    public Owner owner() {
        Owner each = inner.owner();
        return new Owner(each.tenant().map(this::first), first(each.subject()));
    }

    /** The cell of the row. */
    String firstCell() {
        return switch (dialect) {
            case POSTGRESQL -> "MIN(encode(" + cell + ", 'hex') COLLATE \"C\")";
            case MARIADB -> "MIN(HEX(" + cell + "))";
            case H2 -> "MIN(RAWTOHEX(" + cell + "))";
        };
    }

    private String first(String value) {
        return switch (dialect) {
            case POSTGRESQL -> "MIN((encode(" + cell + ", 'hex') || ':' || CAST(" + value + " AS text)) COLLATE \"C\")";
            case MARIADB -> "MIN(CONCAT(HEX(" + cell + "), ':', " + value + "))";
            case H2 -> "MIN(RAWTOHEX(" + cell + ") || ':' || CAST(" + value + " AS VARCHAR))";
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupSource source && source.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
