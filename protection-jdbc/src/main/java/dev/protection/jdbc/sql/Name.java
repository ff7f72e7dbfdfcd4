package dev.protection.jdbc.sql;

/**
 * One part of a name as it is written.
 *
 * @param text the letters, without quotes
 * @param quoted whether it is in quotes
 * @param span its place, quotes included
 */
record Name(String text, boolean quoted, Span span) {
    /** Whether any database could take it for the stored name. */
    boolean looselyIs(String stored) {
        return Folding.loosely(text).equals(Folding.loosely(stored));
    }

    /** Whether the database takes it for the stored name. */
    boolean is(String stored, Dialect dialect) {
        return NameMatch.of(this, dialect).matches(stored);
    }

    boolean is(Name other, Dialect dialect) {
        boolean asWritten = other.quoted || dialect == Dialect.MARIADB;
        return is(asWritten ? other.text : dialect.fold(other.text), dialect);
    }
}
