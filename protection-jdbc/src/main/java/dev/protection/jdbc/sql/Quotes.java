package dev.protection.jdbc.sql;

/** Finds the end of anything in quotes. */
final class Quotes {
    private final Text text;

    Quotes(Text text) {
        this.text = text;
    }

    /** Returns the offset after the closing quote; a doubled quote stands for itself. */
    int end(int open, boolean backslash) {
        char quote = text.at(open);
        int at = open + 1;
        while (at < text.length()) {
            char c = text.at(at);
            if (c == '\\' && backslash) {
                at += 2;
            } else if (c != quote) {
                at++;
            } else if (text.at(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw SqlRefusal.NOT_TOKENS.at(open);
    }

    /** Returns the offset after a text between equal {@code $tag$} marks, or the start itself when there is no mark. */
    int endOfDollars(int start) {
        int mark = start + 1;
        while (tagPart(mark, start + 1)) {
            mark++;
        }
        if (text.at(mark) != '$') {
            return start;
        }
        String tag = text.sql().substring(start, mark + 1);
        int close = text.sql().indexOf(tag, mark + 1);
        if (close < 0) {
            throw SqlRefusal.NOT_TOKENS.at(start);
        }
        return close + tag.length();
    }

    private boolean tagPart(int at, int first) {
        char c = text.at(at);
        return text.is(Dialect.POSTGRESQL)
                && (Characters.nameStart(c, Dialect.POSTGRESQL) || (at > first && Characters.digit(c)));
    }
}
