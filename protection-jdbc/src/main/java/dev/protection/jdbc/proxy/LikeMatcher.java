package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.util.List;

/**
 * Matches values with a pattern of LIKE whose escapes are read. In H2 an underscore stands for one UTF-16 unit, elsewhere
 * for one character. Its text form hides the pattern.
 */
final class LikeMatcher {
    private final int[] pattern;
    private final boolean units;

    LikeMatcher(List<Integer> tokens, Dialect dialect) {
        this.units = dialect == Dialect.H2;
        this.pattern = tokens.stream()
                .flatMapToInt(token -> units && token >= 0
                        ? java.util.stream.IntStream.range(0, Character.charCount(token))
                                .map(i -> Character.toChars(token)[i])
                        : java.util.stream.IntStream.of(token))
                .toArray();
    }

    boolean matches(String value) {
        int[] text = (units ? value.chars() : value.codePoints()).toArray();
        int at = 0;
        int next = 0;
        int open = -1;
        int taken = 0;
        while (at < text.length) {
            boolean literal = next < pattern.length && pattern[next] != LikePattern.ANY_TEXT;
            if (literal && (pattern[next] == text[at] || pattern[next] == LikePattern.ANY_ONE)) {
                at++;
                next++;
            } else if (next < pattern.length && !literal) {
                open = next++;
                taken = at;
            } else if (open >= 0) {
                next = open + 1;
                at = ++taken;
            } else {
                return false;
            }
        }
        while (next < pattern.length && pattern[next] == LikePattern.ANY_TEXT) {
            next++;
        }
        return next == pattern.length;
    }
}
