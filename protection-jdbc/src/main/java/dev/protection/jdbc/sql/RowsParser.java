package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads the rows after VALUES. */
final class RowsParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    RowsParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** Reads a query {@code VALUES ..}. */
    Query.Rows parse() {
        Token first = tokens.take();
        List<List<Expression>> rows = new ArrayList<>();
        do {
            rows.add(row());
        } while (tokens.acceptSymbol(","));
        return new Query.Rows(tokens.since(first), rows);
    }

    /** H2 takes rows of one column without brackets, and then whole expressions. */
    private List<Expression> row() {
        if (!tokens.in(Dialect.H2)) {
            tokens.accept("row");
            return list();
        }
        Expression value = grammar.expressions().value();
        boolean row = value instanceof Expression.Compound compound && compound.kind() == Expression.Compound.Kind.ROW;
        return row ? ((Expression.Compound) value).operands() : List.of(unwrapped(value));
    }

    private static Expression unwrapped(Expression value) {
        return value instanceof Expression.Parenthesised brackets ? brackets.inner() : value;
    }

    /** Reads {@code (a, b, DEFAULT)}. */
    List<Expression> list() {
        List<Expression> values = new ArrayList<>();
        tokens.expectSymbol("(");
        if (!tokens.symbol(")")) {
            do {
                values.add(grammar.expressions().value());
            } while (tokens.acceptSymbol(","));
        }
        tokens.expectSymbol(")");
        return values;
    }
}
