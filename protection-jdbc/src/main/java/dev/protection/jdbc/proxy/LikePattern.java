package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;

/**
 * A pattern of LIKE, read as the database reads it. Its text form hides the text.
 *
 * @param kind what it asks for
 * @param text what the value is or begins with; empty for anything else
 */
record LikePattern(Kind kind, String text) {
    /** What a pattern asks for. */
    enum Kind {
        /** One text. */
        WHOLE,
        /** A beginning. */
        BEGINNING,
        /** Any text. */
        ANY,
        /** More than the columns of beginnings tell. */
        OTHER
    }

    /**
     * Reads a pattern.
     *
     * @param escape the escape character; negative for none
     * @throws IllegalArgumentException if the database calls it malformed, at the latest when a value comes that far
     */
    static LikePattern of(String pattern, int escape, Dialect dialect) {
        StringBuilder text = new StringBuilder();
        int[] points = pattern.codePoints().toArray();
        boolean open = false;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            boolean escaped = point == escape && escape >= 0;
            if (escaped) {
                point = escaped(points, ++i, escape, dialect);
            }
            if (!escaped && point == '%') {
                open = true;
            } else if (open || (!escaped && point == '_')) {
                return other(points, i, escaped, escape, dialect);
            } else {
                text.appendCodePoint(point);
            }
        }
        if (!open) {
            return new LikePattern(Kind.WHOLE, text.toString());
        }
        return text.isEmpty() ? new LikePattern(Kind.ANY, "") : new LikePattern(Kind.BEGINNING, text.toString());
    }

    private static LikePattern other(int[] points, int at, boolean escaped, int escape, Dialect dialect) {
        for (int i = escaped ? at + 1 : at; i < points.length; i++) {
            if (points[i] == escape) {
                escaped(points, ++i, escape, dialect);
            }
        }
        return new LikePattern(Kind.OTHER, "");
    }

    private static int escaped(int[] points, int at, int escape, Dialect dialect) {
        boolean known = at < points.length
                && (dialect != Dialect.H2 || points[at] == '%' || points[at] == '_' || points[at] == escape);
        if (!known) {
            throw new IllegalArgumentException("an escape character escapes nothing");
        }
        return points[at];
    }

    @Override
    public String toString() {
        return "LikePattern[" + kind + "]";
    }
}
