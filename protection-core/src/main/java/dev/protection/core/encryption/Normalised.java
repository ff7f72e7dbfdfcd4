package dev.protection.core.encryption;

import dev.protection.Normalise;
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
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (start < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
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
