package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Operator.Form;
import dev.protection.jdbc.sql.Token.Kind;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Recognises the operator that follows an operand. */
final class Operators {
    private static final Set<String> COMPARING = Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "<=>");
    private static final Set<String> PATTERNS_MATCHED = Set.of("~", "!~", "!~*", "~*", "~~", "!~~", "~~*", "!~~*");
    private static final Set<String> NEVER = Set.of("(", ")", ",", ";", "]", "{", "}", ":", "..", "=>");

    private final TokenStream tokens;
    private final Precedence precedence;

    Operators(TokenStream tokens, Precedence precedence) {
        this.tokens = tokens;
        this.precedence = precedence;
    }

    /** Returns the operator at hand without taking it. */
    Optional<Operator> next() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case WORD -> word(token.text());
            case SYMBOL -> symbol(token.text());
            case STRING -> string(token);
            default -> Optional.empty();
        };
    }

    private static Optional<Operator> of(Form form, int level, int tokens, String text) {
        return Optional.of(new Operator(form, level, tokens, text, false));
    }

    private Optional<Operator> word(String word) {
        boolean mariadb = tokens.in(Dialect.MARIADB);
        return switch (word) {
            case "or" -> of(Form.LOGICAL, Precedence.OR, 1, word);
            case "and" -> of(Form.LOGICAL, precedence.and(), 1, word);
            case "xor" -> mariadb ? of(Form.LOGICAL, Precedence.XOR, 1, word) : Optional.empty();
            case "is" -> of(Form.IS, precedence.is(), 1, word);
            case "isnull", "notnull" ->
                tokens.in(Dialect.POSTGRESQL) ? of(Form.NULL_TEST, precedence.is(), 1, word) : Optional.empty();
            case "not" -> test(tokens.peek(1), true);
            case "div", "mod" -> mariadb ? of(Form.COMPUTED, 11, 1, word) : Optional.empty();
            case "collate" ->
                tokens.in(Dialect.H2) ? Optional.empty() : of(Form.COLLATE, precedence.collate(), 1, word);
            case "at" -> zone();
            case "format" ->
                tokens.words("format", "json") && !mariadb
                        ? of(Form.FORMAT, Precedence.FIELD, 2, word)
                        : Optional.empty();
            case "operator" ->
                tokens.in(Dialect.POSTGRESQL) && tokens.symbol(1, "(")
                        ? of(Form.NAMED, Precedence.ANY_OPERATOR, 1, word)
                        : Optional.empty();
            default -> test(tokens.peek(), false);
        };
    }

    private Optional<Operator> zone() {
        boolean zone = tokens.words("at", "time", "zone") || tokens.words("at", "local");
        return zone && !tokens.in(Dialect.MARIADB) ? of(Form.AT_ZONE, Precedence.AT_ZONE, 1, "at") : Optional.empty();
    }

    private Optional<Operator> test(Token token, boolean negated) {
        if (token.kind() != Kind.WORD) {
            return Optional.empty();
        }
        boolean postgresql = tokens.in(Dialect.POSTGRESQL);
        int length = negated ? 2 : 1;
        String word = token.text();
        return switch (word) {
            case "between" -> Optional.of(new Operator(Form.BETWEEN, precedence.between(), length, word, negated));
            case "in" -> Optional.of(new Operator(Form.IN, precedence.membership(), length, word, negated));
            case "like" -> pattern(word, length, negated);
            case "ilike" -> tokens.in(Dialect.MARIADB) ? Optional.empty() : pattern(word, length, negated);
            case "regexp", "rlike" -> postgresql ? Optional.empty() : pattern(word, length, negated);
            case "similar" -> postgresql ? pattern(word, length, negated) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Operator> pattern(String word, int length, boolean negated) {
        return Optional.of(new Operator(Form.PATTERN, precedence.pattern(), length, word, negated));
    }

    private Optional<Operator> symbol(String symbol) {
        boolean mariadb = tokens.in(Dialect.MARIADB);
        if (symbol.equals("::")) {
            return mariadb ? Optional.empty() : of(Form.CAST, Precedence.CAST, 1, symbol);
        }
        if (symbol.equals("[")) {
            return mariadb ? Optional.empty() : of(Form.SUBSCRIPT, Precedence.SUBSCRIPT, 1, symbol);
        }
        if (symbol.equals(".")) {
            return field();
        }
        if (symbol.equals(":=")) {
            return mariadb ? of(Form.ASSIGN, 1, 1, symbol) : Optional.empty();
        }
        if (NEVER.contains(symbol)) {
            return Optional.empty();
        }
        OptionalInt level = precedence.symbol(symbol);
        return level.isEmpty() ? Optional.empty() : of(form(symbol), level.getAsInt(), 1, symbol);
    }

    private Form form(String symbol) {
        if (COMPARING.contains(symbol) || PATTERNS_MATCHED.contains(symbol)) {
            return Form.COMPARISON;
        }
        boolean logical = tokens.in(Dialect.MARIADB) && (symbol.equals("||") || symbol.equals("&&"));
        return logical ? Form.LOGICAL : Form.COMPUTED;
    }

    private Optional<Operator> field() {
        Token before = tokens.last();
        boolean row = before.symbol(")") || before.symbol("]");
        return row && !tokens.in(Dialect.MARIADB) ? of(Form.FIELD, Precedence.FIELD, 1, ".") : Optional.empty();
    }

    /** MariaDB joins neighbouring strings; the standard only across lines. */
    private Optional<Operator> string(Token token) {
        Token before = tokens.last();
        boolean joined = before.kind() == Kind.STRING
                && (tokens.in(Dialect.MARIADB)
                        || tokens.textBetween(before.end(), token.start()).indexOf('\n') >= 0);
        return joined ? of(Form.STRING, Precedence.FIELD, 0, "") : Optional.empty();
    }
}
