package dev.protection.jdbc.sql;

import java.util.Set;

/** The quick look at what kind of statement a text is. */
final class FirstWord {
    private FirstWord() {}

    /** Whether the text starts with one of some words, or with something that may hide its first word, like a comment. */
    static boolean isOneOf(String sql, Set<String> words) {
        int at = 0;
        while (at < sql.length() && sql.charAt(at) <= ' ') {
            at++;
        }
        int end = at;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return end == at || words.contains(Folding.ascii(sql.substring(at, end)));
    }
}
