package dev.protection.jdbc.sql;

/**
 * The text being cut, with look-ahead that never falls off its end.
 *
 * @param sql the text
 * @param dialect the SQL it is written in
 * @param mode how the session understands it
 */
record Text(String sql, Dialect dialect, SqlMode mode) {
    /** Stands for every place after the end; the database's own texts cannot hold it. */
    static final char NONE = 0;

    char at(int index) {
        return index < sql.length() ? sql.charAt(index) : NONE;
    }

    boolean is(Dialect other) {
        return dialect == other;
    }

    int length() {
        return sql.length();
    }

    boolean starts(String piece, int index) {
        return sql.startsWith(piece, index);
    }

    int endOfName(int index) {
        int end = index;
        while (end < sql.length() && Characters.namePart(sql.charAt(end), dialect)) {
            end++;
        }
        return end;
    }
}
