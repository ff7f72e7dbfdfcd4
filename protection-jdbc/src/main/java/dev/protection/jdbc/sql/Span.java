package dev.protection.jdbc.sql;

/**
 * A stretch of the text.
 *
 * @param start the offset of its first character
 * @param end the offset after its last character
 */
record Span(int start, int end) {
    Span to(Span last) {
        return new Span(start, last.end);
    }

    String of(String text) {
        return text.substring(start, end);
    }
}
