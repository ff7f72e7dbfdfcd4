package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Expression.Compound;
import java.util.ArrayList;
import java.util.List;

/** Reads what windows and sorted aggregates consist of; of interest are only the expressions in them. */
final class WindowParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    WindowParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** Reads {@code (PARTITION BY .. ORDER BY .. ROWS ..)}. */
    List<Expression> specification() {
        List<Expression> expressions = new ArrayList<>();
        tokens.expectSymbol("(");
        if (tokens.atName() && !tokens.anyWord("partition", "order", "rows", "range", "groups")) {
            tokens.name();
        }
        if (tokens.accept("partition", "by")) {
            expressions.add(
                    listed(Compound.Kind.PARTITION, grammar.expressions().list()));
        }
        if (tokens.accept("order", "by")) {
            expressions.add(listed(Compound.Kind.SORT, sorting()));
        }
        if (tokens.acceptAny("rows", "range", "groups")) {
            frame(expressions);
        }
        tokens.expectSymbol(")");
        return expressions;
    }

    private static Expression listed(Compound.Kind kind, List<Expression> operands) {
        Span last = operands.get(operands.size() - 1).span();
        return new Compound(operands.get(0).span().to(last), kind, operands);
    }

    /** Reads the items after ORDER BY. */
    List<Expression> sorting() {
        return sortItems().stream().map(SortItem::expression).toList();
    }

    /** Reads the items after ORDER BY with their directions. */
    List<SortItem> sortItems() {
        List<SortItem> items = new ArrayList<>();
        do {
            items.add(sortItem());
        } while (tokens.acceptSymbol(","));
        return items;
    }

    private SortItem sortItem() {
        Expression expression = grammar.expressions().parse();
        boolean descending = tokens.acceptAny("asc", "desc") && tokens.last().word("desc");
        boolean operator = tokens.in(Dialect.POSTGRESQL) && tokens.accept("using");
        if (operator) {
            sortOperator();
        }
        return new SortItem(expression, descending, nulls(), operator);
    }

    private String nulls() {
        if (!tokens.accept("nulls")) {
            return "";
        }
        if (!tokens.acceptAny("first", "last")) {
            throw tokens.refused();
        }
        return tokens.last().word("first") ? "NULLS FIRST" : "NULLS LAST";
    }

    private void sortOperator() {
        if (!tokens.accept("operator")) {
            tokens.take();
            return;
        }
        tokens.expectSymbol("(");
        while (!tokens.acceptSymbol(")")) {
            tokens.take();
        }
    }

    private void frame(List<Expression> expressions) {
        if (tokens.accept("between")) {
            bound(expressions);
            tokens.expect("and");
        }
        bound(expressions);
        if (tokens.accept("exclude")
                && !(tokens.accept("current", "row")
                        || tokens.acceptAny("group", "ties")
                        || tokens.accept("no", "others"))) {
            throw tokens.refused();
        }
    }

    private void bound(List<Expression> expressions) {
        if (tokens.accept("current", "row")) {
            return;
        }
        if (!tokens.accept("unbounded")) {
            expressions.add(grammar.expressions().parse(Precedence.ANY_OPERATOR - 1));
        }
        if (!tokens.acceptAny("preceding", "following")) {
            throw tokens.refused();
        }
    }
}
