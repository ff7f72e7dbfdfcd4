package dev.protection.jdbc.sql;

import java.text.Normalizer;
import java.util.Locale;

/** Compares names. */
final class Folding {
    private Folding() {}

    /** Lower case of the letters A to Z alone: what keywords are compared by. */
    static String ascii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 'A' && word.charAt(i) <= 'Z') {
                return lowered(word);
            }
        }
        return word;
    }

    private static String lowered(String word) {
        char[] letters = word.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] >= 'A' && letters[i] <= 'Z') {
                letters[i] = (char) (letters[i] + 'a' - 'A');
            }
        }
        return new String(letters);
    }

    /**
     * A form in which any two names are equal that some database could take for the same: MariaDB ignores case and
     * accents of columns, H2 folds by the rules of Unicode.
     */
    static String loosely(String name) {
        String lower = ascii(name);
        if (asciiOnly(lower)) {
            return lower;
        }
        String decomposed = Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    static boolean asciiOnly(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
