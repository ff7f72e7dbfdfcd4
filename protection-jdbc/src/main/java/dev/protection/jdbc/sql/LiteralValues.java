package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import java.util.List;
import java.util.Optional;

/** Turns parameters and literals of a text into {@link Value}s. */
final class LiteralValues {
    private final String sql;
    private final Dialect dialect;
    private final SqlMode mode;

    LiteralValues(String sql, Dialect dialect, SqlMode mode) {
        this.sql = sql;
        this.dialect = dialect;
        this.mode = mode;
    }

    /** Returns the value of a declared type; empty for anything but a parameter or literal. */
    Optional<Value> value(Expression expression, FieldType type) {
        return any(expression)
                .map(value -> value instanceof Value.Literal literal
                        ? new Value.Literal(typed(literal, type, expression))
                        : value);
    }

    /** Returns the value as it is written; empty for anything but a parameter or literal. */
    Optional<Value> any(Expression expression) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return any(brackets.inner());
        }
        if (expression instanceof Expression.Parameter parameter) {
            return Optional.of(new Value.Param(parameter.logical()));
        }
        if (expression instanceof Expression.DefaultWord) {
            return Optional.of(new Value.Default());
        }
        return expression instanceof Expression.Literal literal ? Optional.of(read(literal)) : Optional.empty();
    }

    private Object typed(Value.Literal literal, FieldType type, Expression place) {
        return new LiteralConversion(dialect)
                .convert(literal.value(), type)
                .orElseThrow(() -> SqlRefusal.LITERAL.at(place.span().start()));
    }

    private Value read(Expression.Literal literal) {
        List<Token> tokens = Tokenizer.tokens(literal.span().of(sql), dialect, mode);
        Text text = new Text(literal.span().of(sql), dialect, mode);
        Optional<Value> value = new LiteralReader(text, tokens).read();
        return value.orElseThrow(() -> SqlRefusal.LITERAL.at(literal.span().start()));
    }
}
