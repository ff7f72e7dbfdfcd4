package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Token.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the value of one literal from its tokens. */
final class LiteralReader {
    private final Text text;
    private final List<Token> tokens;

    LiteralReader(Text text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Empty when the literal is of a kind whose value is not certain. */
    Optional<Value> read() {
        Token first = tokens.get(0);
        return switch (tokens.size()) {
            case 1 -> single(first);
            case 2 -> pair(first, tokens.get(1));
            case 4 -> first.symbol("{") ? typed(escaped(tokens.get(1).text()), tokens.get(2)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String escaped(String letters) {
        return letters.equals("ts") ? "timestamp" : letters.equals("d") ? "date" : "";
    }

    private Optional<Value> single(Token token) {
        return switch (token.kind()) {
            case NUMBER -> number(token, 1);
            case STRING -> new StringReader(text).value(token).map(Value.Literal::new);
            case WORD -> word(token.text());
            default -> Optional.empty();
        };
    }

    private static Optional<Value> word(String word) {
        return switch (word) {
            case "null" -> Optional.of(new Value.Null());
            case "true" -> Optional.of(new Value.Literal(true));
            case "false" -> Optional.of(new Value.Literal(false));
            default -> Optional.empty();
        };
    }

    private Optional<Value> pair(Token first, Token second) {
        if (second.kind() == Kind.NUMBER && (first.symbol("-") || first.symbol("+"))) {
            return number(second, first.symbol("-") ? -1 : 1);
        }
        return typed(first.kind() == Kind.WORD ? first.text() : "", second);
    }

    private Optional<Value> number(Token token, int sign) {
        String digits = text.sql().substring(token.start(), token.end());
        boolean plain = digits.chars().allMatch(c -> Characters.digit((char) c) || ".eE+-".indexOf(c) >= 0);
        if (!plain) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(digits);
        return Optional.of(new Value.Literal(sign < 0 ? value.negate() : value));
    }

    private Optional<Value> typed(String type, Token token) {
        Optional<Object> content = new StringReader(text).value(token);
        if (content.isEmpty() || !(content.get() instanceof String written)) {
            return Optional.empty();
        }
        try {
            return switch (type) {
                case "date" -> Optional.of(new Value.Literal(LocalDate.parse(written)));
                case "timestamp" -> Optional.of(new Value.Literal(LiteralConversion.timestamp(written)));
                case "text" -> Optional.of(new Value.Literal(written));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
