package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads the functions that make JSON, whose arguments have a syntax of their own. */
final class JsonParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    JsonParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** Reads {@code JSON_OBJECT(key : value NULL ON NULL RETURNING type)} and its kin. */
    Expression call(CallParser calls) {
        tokens.enter();
        Token first = tokens.peek();
        Name name = tokens.anyName();
        tokens.expectSymbol("(");
        List<Expression> operands = new ArrayList<>();
        if (!tokens.symbol(")") && !atOptions()) {
            do {
                argument(operands);
            } while (tokens.acceptSymbol(","));
        }
        options(operands);
        tokens.expectSymbol(")");
        calls.outer(operands);
        boolean window = calls.window(operands);
        tokens.leave();
        return new Expression.Call(tokens.since(first), List.of(name), false, false, window, operands);
    }

    private boolean atOptions() {
        return tokens.words("null", "on") || tokens.words("absent", "on") || tokens.word("returning");
    }

    private void argument(List<Expression> operands) {
        if (grammar.queries().atQuery() && !tokens.word("values")) {
            Query query = grammar.queries().parse();
            operands.add(new Expression.Subquery(query.span(), false, query));
            return;
        }
        tokens.accept("key");
        operands.add(grammar.expressions().parse());
        if (tokens.acceptSymbol(":") || tokens.accept("value")) {
            operands.add(grammar.expressions().parse());
        }
    }

    private void options(List<Expression> operands) {
        if (tokens.accept("order", "by")) {
            operands.addAll(grammar.windows().sorting());
        }
        if (tokens.anyWord("null", "absent")) {
            tokens.take();
            tokens.expect("on", "null");
        }
        unique();
        if (tokens.accept("returning")) {
            grammar.types().parse();
            if (tokens.accept("format", "json") && tokens.accept("encoding")) {
                tokens.anyName();
            }
        }
    }

    /** {@code WITH UNIQUE KEYS}, as far as written. */
    void unique() {
        if ((tokens.word("with") || tokens.word("without")) && tokens.word(1, "unique")) {
            tokens.skip(2);
            tokens.accept("keys");
        }
    }
}
