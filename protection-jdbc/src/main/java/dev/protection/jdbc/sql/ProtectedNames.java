package dev.protection.jdbc.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The quick look at every statement: can anything in it name a protected table?
 *
 * <p>A scan of the characters answers nearly always. Only where a name seems to occur, or where a name could be written
 * so that the scan cannot see it, the text is cut into tokens.
 */
final class ProtectedNames {
    private static final int ASCII = 128;

    /** Statements that hold other statements as text. */
    private static final Set<String> CARRIERS =
            Set.of("do", "prepare", "execute", "create", "alter", "call", "explain", "declare");

    private final Dialect dialect;
    private final SqlMode mode;
    private final Set<String> names;
    private final String[][] byFirst = new String[ASCII][];

    ProtectedNames(Declarations declarations) {
        this.dialect = declarations.dialect();
        this.mode = declarations.mode();
        this.names = new HashSet<>(declarations.names());
        names.addAll(Functions.RUNS_TEXT);
        for (int letter = 0; letter < ASCII; letter++) {
            char first = (char) letter;
            byFirst[letter] =
                    names.stream().filter(name -> name.charAt(0) == first).toArray(String[]::new);
        }
    }

    /** Where the session's mode is not understood, the characters alone decide. */
    boolean mayOccurIn(String sql) {
        return maySeemIn(sql) && (mode.notUnderstood().isPresent() || inTokens(sql));
    }

    /** The scan of the characters, which holds in every mode. */
    boolean maySeemIn(String sql) {
        boolean hidden = false;
        boolean seen = false;
        for (int at = 0; at < sql.length() && !seen; at++) {
            char c = sql.charAt(at);
            hidden |= c >= ASCII || (c == '&' && at > 0 && (sql.charAt(at - 1) | 0x20) == 'u');
            seen = c < ASCII && !insideWord(sql, at) && startsAt(sql, at, byFirst[lower(c)]);
        }
        return seen || hidden;
    }

    /** A name cannot start behind a letter, unless that letter is part of an escape in a string. */
    private static boolean insideWord(String sql, int at) {
        if (at == 0) {
            return false;
        }
        char before = sql.charAt(at - 1);
        boolean letter = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') || before == '_';
        return letter && (at == 1 || sql.charAt(at - 2) != '\\');
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c;
    }

    private static boolean startsAt(String sql, int at, String[] candidates) {
        for (String name : candidates) {
            if (sql.regionMatches(true, at, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean inTokens(String sql) {
        List<Token> tokens;
        try {
            tokens = Tokenizer.tokens(sql, dialect, mode);
        } catch (SqlRefused e) {
            return suspicious(sql);
        }
        if (tokens.isEmpty()) {
            return false;
        }
        boolean carrier = CARRIERS.contains(tokens.get(0).text());
        return tokens.stream().anyMatch(token -> names(token, sql, carrier));
    }

    private boolean names(Token token, String sql, boolean carrier) {
        if (token.name()) {
            return names.contains(Folding.loosely(token.text()));
        }
        if (token.kind() != Token.Kind.STRING) {
            return false;
        }
        String literal = sql.substring(token.start(), token.end());
        return carrier ? contains(literal) : quotedName(literal);
    }

    /** A string in double quotes would be a name if the session said so (ANSI_QUOTES). */
    private boolean quotedName(String literal) {
        return literal.charAt(0) == '"' && names.contains(Folding.loosely(literal.substring(1, literal.length() - 1)));
    }

    /** Text that is not SQL passes only when nothing in it can be one of the names. */
    private boolean suspicious(String sql) {
        String lower = sql.toLowerCase(Locale.ROOT);
        return contains(sql) || lower.contains("u&") || lower.contains("/*!") || lower.contains("/*m!");
    }

    private boolean contains(String text) {
        String loose = Folding.loosely(text);
        return names.stream().anyMatch(loose::contains);
    }
}
