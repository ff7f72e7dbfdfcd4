package dev.protection.core.measures;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points at words of a text that no evidence can back. */
enum Claims {
    /** Obsolete names. */
    OBSOLETE("\\b(SSL)\\b", "'%s' is a protocol nobody may use any more (RFC 7568); name TLS and its version"),
    /** Absolutes nobody can measure. */
    ABSOLUTE(
            "\\b(all|always|never|constantly|every|any time|100 ?%)\\b",
            "'%s' is an absolute; say of how many, or how often"),
    /** Repetition without an interval. */
    INTERVAL("\\b(regularly|periodically|frequently|from time to time)\\b", "'%s' names no interval; say how often"),
    /** Standards that do not exist. */
    STANDARD("\\bISO(?:/IEC)?[ -]?(\\d{4,5})\\b", "'ISO/IEC %s' is not a standard known here; look at its number") {
        @Override
        boolean backed(String word) {
            return KNOWN_STANDARDS.contains(word);
        }
    };

    private static final Set<String> KNOWN_STANDARDS = Set.of(
            "27000", "27001", "27002", "27005", "27017", "27018", "27035", "27040", "27555", "27557", "27559", "27560",
            "27701", "29100", "29134", "29151", "29184", "22301", "31000", "9001", "20000", "42001");

    private final Pattern pattern;
    private final String advice;

    Claims(String pattern, String advice) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        this.advice = advice;
    }

    boolean backed(String word) {
        return false;
    }

    /** The claims of a text, one sentence each, each kind of claim once a word. */
    static List<String> in(String text) {
        return Arrays.stream(values())
                .flatMap(claim -> claim.find(text).stream())
                .distinct()
                .toList();
    }

    private List<String> find(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results()
                .map(found -> found.group(1))
                .filter(word -> !backed(word))
                .map(advice::formatted)
                .toList();
    }
}
