package dev.protection.core.encryption;

import dev.protection.Normalise;
import dev.protection.encryption.CaseRules;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The text that a blind index compares, after the changes a field asks for, in a fixed order (ENV-IDX-5). */
final class Normalised {
    private Normalised() {}

    static String text(String text, Set<Normalise> changes) {
        boolean email = changes.contains(Normalise.EMAIL);
        boolean nfkc = changes.contains(Normalise.NFKC);
        String result = apply(nfkc, text, Normalised::nfkc);
        result = apply(changes.contains(Normalise.PHONE), result, Normalised::phone);
        result = apply(email || changes.contains(Normalise.TRIM), result, Normalised::trim);
        result = apply(email || changes.contains(Normalise.CASE), result, Normalised::fold);
        return apply(nfkc, result, Normalised::nfkc);
    }

    /**
     * The text whose beginnings are compared: the same changes, each character folded by itself, so that the beginning of
     * a text stays one (ENV-PRE-3).
     *
     * @param open whether more characters may follow, so that blanks at the end count
     */
    static String beginning(String text, Set<Normalise> changes, boolean open) {
        boolean email = changes.contains(Normalise.EMAIL);
        boolean nfkc = changes.contains(Normalise.NFKC);
        UnaryOperator<String> trim = open ? Normalised::trimStart : Normalised::trim;
        String result = apply(nfkc, text, Normalised::nfkc);
        result = apply(changes.contains(Normalise.PHONE), result, Normalised::phone);
        result = apply(email || changes.contains(Normalise.TRIM), result, trim);
        result = apply(email || changes.contains(Normalise.CASE), result, CaseRules.FULL::fold);
        return apply(nfkc, result, Normalised::nfkc);
    }

    private static String apply(boolean wanted, String text, UnaryOperator<String> change) {
        return wanted ? change.apply(text) : text;
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String trim(String text) {
        String result = trimStart(text);
        int end = result.length();
        while (end > 0 && isBlank(result.charAt(end - 1))) {
            end--;
        }
        return result.substring(0, end);
    }

    private static String trimStart(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    private static String phone(String text) {
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                digits.append((char) ('0' + Character.digit(c, 10)));
            } else if ((c == '+' || c == '\uFF0B') && digits.isEmpty()) {
                digits.append('+');
            }
        });
        return digits.toString();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
