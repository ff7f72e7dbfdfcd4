package dev.protection.jdbc.proxy;

import dev.protection.DataMap;
import dev.protection.SearchColumn;
import dev.protection.encryption.CaseRules;
import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks a database how it turns letters into upper and lower case. That differs by product, version, locale and provider,
 * so every letter that has a case is asked for, once, when the first connection is opened.
 */
final class CaseProbe {
    private static final String ASCII = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** A sigma at the end of a word, which some databases write in a way of its own. */
    private static final String CONTEXT = "\u0391\u03A3 \u03B1\u03C3";

    private final Connection raw;
    private final String asked;

    private CaseProbe(Connection raw, Dialect dialect) {
        this.raw = raw;
        String text =
                dialect == Dialect.MARIADB ? "CONVERT(? USING utf8mb4) COLLATE utf8mb4_bin" : "CAST(? AS VARCHAR)";
        this.asked = "SELECT UPPER(" + text + "), LOWER(" + text + ")";
    }

    /** A text in both cases. */
    private record Cases(String upper, String lower) {
        static Cases of(CaseRules rules, String text) {
            return new Cases(rules.upper(text), rules.lower(text));
        }
    }

    /** Whether a declaration has fields for which it matters. */
    static boolean matters(DataMap map) {
        return map.datasets().values().stream()
                .flatMap(dataset -> dataset.fields().values().stream())
                .anyMatch(field -> field.matched() || SearchColumn.of(field).contains(SearchColumn.FOLDED));
    }

    /** The rules by which it answers; empty when it goes by none that can be followed. */
    static Optional<CaseRules> rules(Connection raw, Dialect dialect) throws SQLException {
        CaseProbe probe = new CaseProbe(raw, dialect);
        String letters = letters();
        Cases seen = probe.ask(letters);
        Cases inContext = probe.ask(CONTEXT);
        Cases plain = probe.ask(ASCII);
        return Stream.concat(Stream.of(CaseRules.SIMPLE, CaseRules.FULL), table(letters, seen).stream())
                .filter(rules -> Cases.of(rules, letters).equals(seen))
                .filter(rules -> Cases.of(rules, CONTEXT).equals(inContext))
                .filter(rules -> Cases.of(rules, ASCII).equals(plain))
                .filter(rules -> rules.folds(letters))
                .findFirst();
    }

    /** Every letter that has a case, each on a line of its own. */
    private static String letters() {
        StringBuilder letters = new StringBuilder();
        for (int point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
            int type = Character.getType(point);
            boolean cased = type == Character.LOWERCASE_LETTER
                    || type == Character.UPPERCASE_LETTER
                    || type == Character.TITLECASE_LETTER
                    || Character.toUpperCase(point) != point
                    || Character.toLowerCase(point) != point;
            if (cased) {
                letters.appendCodePoint(point).append('\n');
            }
        }
        return letters.toString();
    }

    private Cases ask(String text) throws SQLException {
        try (PreparedStatement question = raw.prepareStatement(asked)) {
            question.setString(1, text);
            question.setString(2, text);
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                return new Cases(String.valueOf(answer.getString(1)), String.valueOf(answer.getString(2)));
            }
        }
    }

    /** Rules of the database's own; empty when its answer has not a line for each. */
    private static Optional<CaseRules> table(String letters, Cases seen) {
        List<String> each = letters.lines().toList();
        List<String> uppers = seen.upper().lines().toList();
        List<String> lowers = seen.lower().lines().toList();
        if (uppers.size() != each.size() || lowers.size() != each.size()) {
            return Optional.empty();
        }
        Map<Integer, String> upper = new HashMap<>();
        Map<Integer, String> lower = new HashMap<>();
        for (int i = 0; i < each.size(); i++) {
            upper.put(each.get(i).codePointAt(0), uppers.get(i));
            lower.put(each.get(i).codePointAt(0), lowers.get(i));
        }
        return Optional.of(CaseRules.of(upper, lower));
    }
}
