package dev.protection.jdbc.sql;

/** Classes of characters. */
final class Characters {
    private Characters() {}

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean blank(char c, Dialect dialect) {
        return c == ' ' || (c >= '\t' && c <= '\r') || (dialect == Dialect.H2 && c >= 0x80 && Character.isSpaceChar(c));
    }

    static boolean nameStart(char c, Dialect dialect) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c >= 0x80
                || (c == '$' && dialect == Dialect.MARIADB);
    }

    static boolean namePart(char c, Dialect dialect) {
        return nameStart(c, dialect) ? !blank(c, dialect) : digit(c) || c == '$';
    }
}
