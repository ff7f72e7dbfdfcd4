package dev.protection.encryption;

import java.util.Locale;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How a database turns letters into upper and lower case: what {@code UPPER} and {@code LOWER} give there decides which
 * texts a search without regard to case finds. The letters A to Z are alike everywhere. Immutable.
 */
public final class CaseRules {
    /** One character for one (Unicode's simple mappings). */
    public static final CaseRules SIMPLE = new CaseRules(
            text -> mapped(text, Character::toUpperCase), text -> mapped(text, Character::toLowerCase), false);

    /**
     * Several characters for one where the language writes it so, as SS for a sharp s, and a sigma of its own at the end of
     * a word (Unicode's full mappings).
     */
    public static final CaseRules FULL =
            new CaseRules(text -> text.toUpperCase(Locale.ROOT), text -> text.toLowerCase(Locale.ROOT), true);

    private static final String SIGMA = "\u03A3\u03C2\u03C3";
    private static final int ASCII = 0x80;

    private final Mapping upper;
    private final Mapping lower;
    private final boolean contextual;

    private CaseRules(Mapping upper, Mapping lower, boolean contextual) {
        this.upper = upper;
        this.lower = lower;
        this.contextual = contextual;
    }

    /** Turns a text into one case. */
    private interface Mapping {
        String of(String text);
    }

    /**
     * Returns rules that change the letters A to Z and those of two tables, each by itself.
     *
     * @param upper letters that have another upper case, by their code points
     * @param lower letters that have another lower case, by their code points
     * @return the rules
     */
    public static CaseRules of(Map<Integer, String> upper, Map<Integer, String> lower) {
        Map<Integer, String> uppers = Map.copyOf(upper);
        Map<Integer, String> lowers = Map.copyOf(lower);
        return new CaseRules(
                text -> replaced(mapped(text, CaseRules::asciiUpper), uppers),
                text -> replaced(mapped(text, CaseRules::asciiLower), lowers),
                false);
    }

    /**
     * Returns a text in upper case.
     *
     * @param text any text
     * @return what {@code UPPER} gives
     */
    public String upper(String text) {
        return upper.of(text);
    }

    /**
     * Returns a text in lower case.
     *
     * @param text any text
     * @return what {@code LOWER} gives
     */
    public String lower(String text) {
        return lower.of(text);
    }

    /**
     * Returns a text in which all letters count as one that {@link #upper} or {@link #lower} makes equal, each character
     * by itself, so that a text that begins with another still does.
     *
     * @param text any text
     * @return equal for any two texts that are equal in upper or in lower case
     */
    public String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(point -> fold(point, folded));
        return folded.toString();
    }

    private void fold(int point, StringBuilder folded) {
        if (point < ASCII) {
            folded.append((char) asciiLower(point));
        } else {
            folded.append(singly(lower, singly(upper, singly(lower, Character.toString(point)))));
        }
    }

    private static String singly(Mapping mapping, String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> result.append(mapping.of(Character.toString(point))));
        return result.toString();
    }

    /**
     * Tells whether case is a matter of two in a text: each letter has one partner or none, and both ways lead back.
     * Among such texts {@link #upper}, {@link #lower} and {@link #fold} make the same ones equal.
     *
     * @param text any text
     * @return false if it holds a letter such as the dotless i, the long s or the sign for kelvin
     */
    public boolean isRegular(String text) {
        return text.codePoints().allMatch(point -> point < ASCII || isRegular(point));
    }

    private boolean isRegular(int point) {
        String letter = Character.toString(point);
        String large = upper.of(letter);
        String small = lower.of(letter);
        boolean returns = lower.of(large).equals(small) && upper.of(small).equals(large);
        boolean pair = large.equals(letter) || small.equals(letter);
        boolean inContext = contextual && SIGMA.indexOf(point) >= 0;
        return returns && pair && single(large) && single(small) && !inContext;
    }

    /**
     * Tells whether {@link #fold} keeps its promise for some letters.
     *
     * @param letters any text
     * @return false when folding their upper or lower case gives something else than folding them
     */
    public boolean folds(String letters) {
        return letters.codePoints().mapToObj(Character::toString).allMatch(letter -> {
            String folded = fold(letter);
            return fold(upper.of(letter)).equals(folded)
                    && fold(lower.of(letter)).equals(folded);
        });
    }

    private static boolean single(String text) {
        return text.codePointCount(0, text.length()) == 1;
    }

    private static int asciiUpper(int point) {
        return point >= 'a' && point <= 'z' ? point - 'a' + 'A' : point;
    }

    private static int asciiLower(int point) {
        return point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point;
    }

    private static String mapped(String text, IntUnaryOperator mapping) {
        IntStream points = text.codePoints().map(mapping);
        return points.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String replaced(String text, Map<Integer, String> letters) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            String other = point < ASCII ? null : letters.get(point);
            if (other == null) {
                result.appendCodePoint(point);
            } else {
                result.append(other);
            }
        });
        return result.toString();
    }
}
