package dev.protection.jdbc.sql;

import java.util.List;

/** Finds the end of operators and marks. */
final class Symbols {
    private static final String MARKS = "()[]{},;";
    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";
    /** With one of these inside, an operator of PostgreSQL may end in a sign. */
    private static final String KEEPS_SIGN = "~!@#%^&|`?";

    private static final List<String> LONG_MARIADB =
            List.of("<=>", "->>", "->", "<<", ">>", "<=", ">=", "<>", "!=", "||", "&&", ":=");
    private static final List<String> LONG_H2 =
            List.of("!~*", "&&", "<=", ">=", "<>", "!=", "||", "->", "=>", "!~", "~*");

    private final Text text;

    Symbols(Text text) {
        this.text = text;
    }

    /** Returns the offset after the symbol, or the start itself when there is none. */
    int end(int start) {
        char c = text.at(start);
        if (MARKS.indexOf(c) >= 0 && c != Text.NONE) {
            return start + 1;
        }
        if (c == '.') {
            return text.at(start + 1) == '.' ? start + 2 : start + 1;
        }
        if (c == ':') {
            return text.at(start + 1) == ':' || text.at(start + 1) == '=' ? start + 2 : start + 1;
        }
        return text.is(Dialect.POSTGRESQL) ? endOfRun(start) : endOfListed(start);
    }

    private int endOfListed(int start) {
        for (String symbol : text.is(Dialect.MARIADB) ? LONG_MARIADB : LONG_H2) {
            if (text.starts(symbol, start)) {
                return start + symbol.length();
            }
        }
        char c = text.at(start);
        return c != Text.NONE && "+-*/%<>=~!&|^".indexOf(c) >= 0 ? start + 1 : start;
    }

    /** PostgreSQL takes the longest run, cut at comments and single question marks, without signs at its end. */
    private int endOfRun(int start) {
        int end = start;
        while (continues(end, start)) {
            end += text.at(end) == '?' ? 2 : 1;
        }
        while (end - start > 1 && sign(text.at(end - 1)) && !keepsSign(start, end - 1)) {
            end--;
        }
        return end;
    }

    private boolean continues(int at, int start) {
        char c = text.at(at);
        if (c == Text.NONE || OPERATOR.indexOf(c) < 0) {
            return false;
        }
        if (c == '?') {
            return text.at(at + 1) == '?';
        }
        return at == start || !(text.starts("--", at) || text.starts("/*", at));
    }

    private static boolean sign(char c) {
        return c == '+' || c == '-';
    }

    private boolean keepsSign(int start, int end) {
        for (int at = start; at < end; at++) {
            if (KEEPS_SIGN.indexOf(text.at(at)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
