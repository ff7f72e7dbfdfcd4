package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of LIKE, read as the database reads it. Its text form hides the text.
 *
 * @param tokens its characters as code points, {@link #ANY_ONE} and {@link #ANY_TEXT}
 */
record LikePattern(List<Integer> tokens) {
    /** Stands for any one character. */
    static final int ANY_ONE = -1;
    /** Stands for any text. */
    static final int ANY_TEXT = -2;

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
        List<Integer> tokens = new ArrayList<>();
        int[] points = pattern.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == escape && escape >= 0) {
                tokens.add(escaped(points, ++i, escape, dialect));
            } else if (point == '%') {
                tokens.add(ANY_TEXT);
            } else {
                tokens.add(point == '_' ? ANY_ONE : point);
            }
        }
        return new LikePattern(List.copyOf(tokens));
    }

    /** One that is a text without wildcards. */
    static LikePattern of(String text) {
        return new LikePattern(text.codePoints().boxed().toList());
    }

    private static int escaped(int[] points, int at, int escape, Dialect dialect) {
        boolean known = at < points.length
                && (dialect != Dialect.H2 || points[at] == '%' || points[at] == '_' || points[at] == escape);
        if (!known) {
            throw new IllegalArgumentException("an escape character escapes nothing");
        }
        return points[at];
    }

    Kind kind() {
        int end = end();
        boolean wild = tokens.subList(0, end).stream().anyMatch(token -> token < 0);
        if (wild) {
            return Kind.OTHER;
        }
        return end == tokens.size() ? Kind.WHOLE : end == 0 ? Kind.ANY : Kind.BEGINNING;
    }

    /** What the value is or begins with; empty for a pattern of another kind. */
    String text() {
        return kind() == Kind.OTHER ? "" : written(tokens.subList(0, end()));
    }

    /** The place of the percent signs at its end. */
    private int end() {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1) == ANY_TEXT) {
            end--;
        }
        return end;
    }

    private static String written(List<Integer> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(text::appendCodePoint);
        return text.toString();
    }

    @Override
    public String toString() {
        return "LikePattern[" + kind() + "]";
    }
}
