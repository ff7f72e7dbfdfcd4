package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads the arguments of a function and what may follow them. */
final class CallParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    CallParser(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.expressions = expressions;
    }

    /** Reads a call whose name was read already. */
    Expression.Call parse(Token first, List<Name> name) {
        tokens.enter();
        tokens.expectSymbol("(");
        boolean distinct = tokens.accept("distinct");
        if (!distinct) {
            tokens.accept("all");
        }
        List<Expression> operands = new ArrayList<>();
        boolean star = tokens.acceptSymbol("*");
        if (!star && !tokens.symbol(")")) {
            arguments(operands);
        }
        inner(operands);
        tokens.expectSymbol(")");
        outer(operands);
        boolean window = window(operands);
        tokens.leave();
        return new Expression.Call(tokens.since(first), name, star, distinct, window, operands);
    }

    private void arguments(List<Expression> operands) {
        do {
            tokens.accept("variadic");
            if (tokens.anyWord("select", "with")) {
                Query query = grammar.queries().parse();
                operands.add(new Expression.Subquery(query.span(), false, query));
            } else {
                argument(operands);
            }
            if (tokens.anyWord("as", "format", "null", "absent", "on")) {
                throw tokens.refused();
            }
        } while (tokens.acceptSymbol(","));
    }

    private void argument(List<Expression> operands) {
        if (tokens.acceptAny("leading", "trailing", "both")) {
            if (!tokens.word("from")) {
                operands.add(expressions.parse());
            }
        } else {
            named();
            operands.add(expressions.parse());
        }
        while (tokens.acceptAny("from", "for", "using", "placing")) {
            operands.add(expressions.parse());
        }
    }

    private void named() {
        boolean arrow = tokens.symbol(1, "=>") || (tokens.symbol(1, ":=") && tokens.in(Dialect.POSTGRESQL));
        if (tokens.peek().name() && arrow) {
            tokens.skip(2);
        }
    }

    private void inner(List<Expression> operands) {
        if (tokens.accept("order", "by")) {
            operands.addAll(grammar.windows().sorting());
        }
        if (!tokens.in(Dialect.POSTGRESQL) && tokens.accept("separator")) {
            operands.add(expressions.parse());
        }
        if (tokens.in(Dialect.MARIADB) && tokens.accept("limit")) {
            operands.addAll(expressions.list());
        }
    }

    /** Reads what may follow the brackets: WITHIN GROUP, FILTER. */
    void outer(List<Expression> operands) {
        nulls();
        if (tokens.accept("within", "group")) {
            tokens.expectSymbol("(");
            tokens.expect("order", "by");
            operands.addAll(grammar.windows().sorting());
            tokens.expectSymbol(")");
        }
        if (tokens.word("filter") && tokens.symbol(1, "(")) {
            tokens.skip(2);
            tokens.expect("where");
            operands.add(expressions.parse());
            tokens.expectSymbol(")");
        }
        nulls();
    }

    /** Reads OVER, if it is there. */
    boolean window(List<Expression> operands) {
        if (!tokens.accept("over")) {
            return false;
        }
        if (tokens.symbol("(")) {
            operands.addAll(grammar.windows().specification());
        } else {
            tokens.name();
        }
        return true;
    }

    private void nulls() {
        if (tokens.words("from", "first") || tokens.words("from", "last")) {
            tokens.skip(2);
        }
        if (tokens.anyWord("respect", "ignore") && tokens.word(1, "nulls")) {
            tokens.skip(2);
        }
    }
}
