package dev.protection.jdbc.formula;

/** What a database counts in text. */
public enum TextUnit {
    /** Unicode code points: PostgreSQL, MariaDB. */
    CODE_POINT {
        @Override
        public int length(String text) {
            return text.codePointCount(0, text.length());
        }

        @Override
        int offset(String text, int from, int count) {
            int at = from;
            for (int i = 0; i < count && at < text.length(); i++) {
                at += Character.charCount(text.codePointAt(at));
            }
            return at;
        }
    },
    /** UTF-16 code units: H2. */
    CODE_UNIT {
        @Override
        public int length(String text) {
            return text.length();
        }

        @Override
        int offset(String text, int from, int count) {
            return (int) Math.min(text.length(), (long) from + count);
        }
    };

    /**
     * Counts the characters of a text.
     *
     * @param text any text
     * @return how many
     */
    public abstract int length(String text);

    abstract int offset(String text, int from, int count);

    /**
     * Returns a part of a text.
     *
     * @param text any text
     * @param start the first character, from 1
     * @param count at most so many characters; not negative
     * @return the part, empty behind the end
     */
    public String part(String text, int start, int count) {
        int from = offset(text, 0, start - 1);
        return text.substring(from, offset(text, from, count));
    }

    /**
     * Returns the end of a text.
     *
     * @param text any text
     * @param count at most so many characters; not negative
     * @return the end
     */
    public String end(String text, int count) {
        int length = length(text);
        return count >= length ? text : part(text, length - count + 1, count);
    }
}
