package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Token.Kind;
import java.util.List;
import java.util.Optional;

/** Reads literals that begin with a word: {@code TRUE}, {@code DATE '..'}, {@code INTERVAL ..}, {@code _utf8'..'}. */
final class LiteralParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    LiteralParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Optional<Expression> parse(Token first) {
        String word = first.text();
        return switch (word) {
            case "null", "true", "false" -> Optional.of(literal(first, 1));
            case "interval" -> Optional.of(interval(first));
            default -> typed(first);
        };
    }

    private Expression literal(Token first, int length) {
        tokens.skip(length);
        return new Expression.Literal(tokens.since(first), length);
    }

    private Optional<Expression> typed(Token first) {
        Kind next = tokens.peek(1).kind();
        boolean introducer = tokens.in(Dialect.MARIADB) && first.text().startsWith("_");
        if (introducer && (next == Kind.STRING || next == Kind.NUMBER)) {
            return Optional.of(literal(first, 2));
        }
        if (next == Kind.STRING && Keywords.LITERAL_TYPES.contains(first.text())) {
            return Optional.of(literal(first, 2));
        }
        boolean time = first.word("time") || first.word("timestamp");
        return time && !tokens.in(Dialect.MARIADB) ? zoned(first) : Optional.empty();
    }

    /** {@code TIMESTAMP WITH TIME ZONE '..'} and PostgreSQL's {@code TIMESTAMP(3) '..'}. */
    private Optional<Expression> zoned(Token first) {
        boolean zone = (tokens.word(1, "with") || tokens.word(1, "without")) && tokens.word(2, "time");
        boolean precise = tokens.in(Dialect.POSTGRESQL)
                && tokens.symbol(1, "(")
                && tokens.symbol(3, ")")
                && tokens.peek(4).kind() == Kind.STRING;
        if (!zone && !precise) {
            return Optional.empty();
        }
        grammar.types().parse();
        if (tokens.take().kind() != Kind.STRING) {
            throw tokens.refused();
        }
        return Optional.of(new Expression.Literal(tokens.since(first), 5));
    }

    private Expression interval(Token first) {
        tokens.take();
        if (tokens.in(Dialect.MARIADB)) {
            Expression amount = grammar.expressions().parse();
            boolean function = amount instanceof Expression.Compound row && row.kind() == Expression.Compound.Kind.ROW;
            if (!function) {
                tokens.anyName();
            }
            return new Expression.Compound(tokens.since(first), Expression.Compound.Kind.COMPUTED, List.of(amount));
        }
        if (tokens.in(Dialect.H2)) {
            tokens.acceptSymbol("-");
        }
        if (tokens.take().kind() != Kind.STRING) {
            throw tokens.refused();
        }
        grammar.types().timeUnits();
        return new Expression.Literal(tokens.since(first), 3);
    }
}
