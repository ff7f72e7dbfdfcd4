package dev.protection.jdbc.sql;

/**
 * The smallest unit of meaning in a text.
 *
 * @param kind what it is
 * @param start the offset of its first character
 * @param end the offset after its last character
 * @param text a word with A to Z in lower case, a quoted name without its quotes, a symbol as it is, anything else empty
 */
record Token(Kind kind, int start, int end, String text) {
    /** What a token can be. */
    enum Kind {
        /** A keyword or a name without quotes. */
        WORD,
        /** A name in quotes. */
        QUOTED,
        /** A text or bit string, whatever its prefix. */
        STRING,
        /** A number. */
        NUMBER,
        /** A plain {@code ?}. */
        PARAMETER,
        /** A numbered parameter or a variable of the session. */
        VARIABLE,
        /** An operator or a mark. */
        SYMBOL,
        /** The end of the text. */
        END
    }

    boolean word(String lowerCase) {
        return kind == Kind.WORD && text.equals(lowerCase);
    }

    boolean symbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean name() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    Span span() {
        return new Span(start, end);
    }
}
