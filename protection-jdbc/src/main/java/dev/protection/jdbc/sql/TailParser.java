package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads what follows a query or a change: ORDER BY, LIMIT, OFFSET, FETCH, FOR UPDATE. */
final class TailParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    TailParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /**
     * What follows a query.
     *
     * @param order what it sorts by
     * @param limits the expressions of its limits
     * @param locking whether it locks rows
     */
    record Tail(List<Expression> order, List<Expression> limits, boolean locking) {}

    Tail parse() {
        List<Expression> order = new ArrayList<>();
        List<Expression> limits = new ArrayList<>();
        boolean locking = false;
        boolean more = true;
        while (more) {
            if (tokens.accept("order", "by")) {
                order.addAll(grammar.windows().sorting());
            } else if (locks()) {
                locking = true;
            } else {
                more = limit(limits);
            }
        }
        return new Tail(order, limits, locking);
    }

    private boolean limit(List<Expression> limits) {
        if (tokens.accept("limit")) {
            limitAmount(limits);
        } else if (tokens.accept("offset")) {
            limits.add(grammar.expressions().parse());
            tokens.acceptAny("rows", "row");
        } else if (tokens.accept("fetch")) {
            fetch(limits);
        } else {
            return false;
        }
        return true;
    }

    private void limitAmount(List<Expression> limits) {
        if (tokens.accept("all")) {
            return;
        }
        limits.add(grammar.expressions().parse());
        if (tokens.in(Dialect.MARIADB)) {
            if (tokens.acceptSymbol(",")) {
                limits.add(grammar.expressions().parse());
            }
            if (tokens.word("rows")) {
                throw tokens.refused();
            }
        }
    }

    private void fetch(List<Expression> limits) {
        if (!tokens.acceptAny("first", "next")) {
            throw tokens.refused();
        }
        if (!tokens.anyWord("row", "rows")) {
            limits.add(grammar.expressions().parse(Precedence.AT_ZONE + 2));
            tokens.accept("percent");
        }
        if (!tokens.acceptAny("row", "rows")) {
            throw tokens.refused();
        }
        if (!tokens.accept("only")) {
            tokens.expect("with", "ties");
        }
    }

    private boolean locks() {
        if (tokens.in(Dialect.MARIADB) && tokens.accept("lock", "in", "share", "mode")) {
            return true;
        }
        boolean locks = tokens.accept("for", "update")
                || tokens.accept("for", "share")
                || tokens.accept("for", "no", "key", "update")
                || tokens.accept("for", "key", "share");
        if (!locks) {
            return false;
        }
        if (tokens.accept("of")) {
            do {
                tokens.qualifiedName();
            } while (tokens.acceptSymbol(","));
        }
        if (!tokens.accept("nowait") && !tokens.accept("skip", "locked") && tokens.accept("wait")) {
            tokens.take();
        }
        return true;
    }
}
