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
     * @param ending how its rows are sorted and paged
     * @param limits the expressions of its limits
     * @param locking whether it locks rows
     */
    record Tail(Ending ending, List<Expression> limits, boolean locking) {
        List<Expression> order() {
            return ending.order();
        }
    }

    Tail parse() {
        Ending.Builder ending = new Ending.Builder();
        List<Expression> limits = new ArrayList<>();
        boolean locking = false;
        boolean more = true;
        while (more) {
            Token first = tokens.peek();
            if (tokens.accept("order", "by")) {
                ending.sorted(grammar.windows().sortItems());
                ending.clause(tokens.since(first));
            } else if (locks()) {
                locking = true;
            } else if (limit(ending, limits)) {
                ending.clause(tokens.since(first));
            } else {
                more = false;
            }
        }
        return new Tail(ending.built(), limits, locking);
    }

    private boolean limit(Ending.Builder ending, List<Expression> limits) {
        if (tokens.accept("limit")) {
            limitAmount(ending, limits);
        } else if (tokens.accept("offset")) {
            ending.offset(amount(grammar.expressions().parse(), limits));
            tokens.acceptAny("rows", "row");
        } else if (tokens.accept("fetch")) {
            fetch(ending, limits);
        } else {
            return false;
        }
        return true;
    }

    private static Expression amount(Expression amount, List<Expression> limits) {
        limits.add(amount);
        return amount;
    }

    private void limitAmount(Ending.Builder ending, List<Expression> limits) {
        if (tokens.accept("all")) {
            return;
        }
        ending.limit(amount(grammar.expressions().parse(), limits));
        if (tokens.in(Dialect.MARIADB)) {
            if (tokens.acceptSymbol(",")) {
                ending.offsetWasFirst(amount(grammar.expressions().parse(), limits));
            }
            if (tokens.word("rows")) {
                throw tokens.refused();
            }
        }
    }

    private void fetch(Ending.Builder ending, List<Expression> limits) {
        if (!tokens.acceptAny("first", "next")) {
            throw tokens.refused();
        }
        if (tokens.anyWord("row", "rows")) {
            ending.notFollowed(); // the one row that is meant is not written
        } else {
            ending.limit(amount(grammar.expressions().parse(Precedence.AT_ZONE + 2), limits));
            if (tokens.accept("percent")) {
                ending.notFollowed();
            }
        }
        if (!tokens.acceptAny("row", "rows")) {
            throw tokens.refused();
        }
        if (!tokens.accept("only")) {
            tokens.expect("with", "ties");
            ending.notFollowed();
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
