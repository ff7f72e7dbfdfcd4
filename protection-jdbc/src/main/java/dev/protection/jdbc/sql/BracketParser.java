package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Expression.Compound;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands in brackets: a query, an expression or a row. Which of them, shows only on the way. */
final class BracketParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    BracketParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Expression parse() {
        Token open = tokens.peek();
        List<Expression> items = list();
        Span span = tokens.since(open);
        if (items.size() != 1) {
            return new Compound(span, Compound.Kind.ROW, items);
        }
        return items.get(0) instanceof Expression.Subquery subquery && !subquery.exists()
                ? new Expression.Subquery(span, false, subquery.query())
                : new Expression.Parenthesised(span, items.get(0));
    }

    /** Reads {@code ( .. )} as a list; a query is one item. */
    List<Expression> list() {
        tokens.enter();
        tokens.expectSymbol("(");
        List<Expression> items = new ArrayList<>();
        if (!(tokens.symbol(")") && tokens.in(Dialect.POSTGRESQL))) {
            items.add(first());
        }
        while (tokens.acceptSymbol(",")) {
            boolean trailing = tokens.in(Dialect.H2) && tokens.symbol(")");
            if (!trailing) {
                items.add(grammar.expressions().value());
            }
        }
        tokens.expectSymbol(")");
        tokens.leave();
        return items;
    }

    private Expression first() {
        if (grammar.queries().atQuery()) {
            Query query = grammar.queries().parse();
            return new Expression.Subquery(query.span(), false, query);
        }
        if (!tokens.symbol("(")) {
            return grammar.expressions().value();
        }
        Expression inner = parse();
        if (inner instanceof Expression.Subquery subquery && grammar.queries().atContinuation()) {
            Query query = grammar.queries().continued(new Query.Nested(subquery.span(), subquery.query()));
            return new Expression.Subquery(query.span(), false, query);
        }
        return grammar.expressions().climb(inner, Precedence.LOWEST);
    }
}
