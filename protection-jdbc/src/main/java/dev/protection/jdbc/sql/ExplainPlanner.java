package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans EXPLAIN of a query: the database explains the rewritten one. */
final class ExplainPlanner {
    private static final int MARIADB_COLUMNS = 10;

    private final Declarations declarations;

    ExplainPlanner(Declarations declarations) {
        this.declarations = declarations;
    }

    Plan plan(String sql, List<Token> tokens) {
        int start = start(tokens);
        boolean query = start < tokens.size()
                && (tokens.get(start).symbol("(")
                        || tokens.get(start).word("select")
                        || tokens.get(start).word("with"));
        if (!query) {
            throw SqlRefusal.STATEMENT.at(0);
        }
        List<Token> inner = tokens.subList(start, tokens.size());
        Statement statement = new Parser(sql, declarations.dialect(), inner).statement();
        if (!(statement instanceof Statement.Read read)) {
            throw SqlRefusal.STATEMENT.at(tokens.get(start).start());
        }
        Plan plan = new ReadPlanner(new Rewriting(sql, tokens, declarations)).plan(read.query());
        if (!(plan instanceof QueryPlan found)) {
            return plan;
        }
        if (found.sort().isPresent()) {
            throw SqlRefusal.ORDER.at(tokens.get(start).start());
        }
        return new QueryPlan(
                found.template(), true, found.occurrences(), columns(start), found.used(), Optional.empty());
    }

    /** The columns that every version gives for a form. */
    private List<OutputColumn> columns(int prefix) {
        boolean table = declarations.dialect() == Dialect.MARIADB && prefix == 1;
        List<OutputColumn> columns = new ArrayList<>();
        for (int i = 1; i <= (table ? MARIADB_COLUMNS : 1); i++) {
            columns.add(new OutputColumn(i, Optional.empty(), Optional.empty(), 0));
        }
        return columns;
    }

    /** The first token of the query. */
    private int start(List<Token> tokens) {
        return switch (declarations.dialect()) {
            case POSTGRESQL -> options(tokens);
            case MARIADB ->
                word(tokens, 1, "format") && tokens.size() > 4 && tokens.get(3).word("json") ? 4 : 1;
            case H2 -> {
                int at = word(tokens, 1, "analyze") ? 2 : 1;
                yield word(tokens, at, "plan") && word(tokens, at + 1, "for") ? at + 2 : at;
            }
        };
    }

    private static boolean word(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).word(word);
    }

    private static int options(List<Token> tokens) {
        int at = 1;
        while (word(tokens, at, "analyze") || word(tokens, at, "verbose")) {
            at++;
        }
        boolean listed = at == 1 && tokens.size() > 2 && tokens.get(1).symbol("(") && !query(tokens.get(2));
        while (listed && at < tokens.size() && !tokens.get(at).symbol(")")) {
            at++;
        }
        return listed ? at + 1 : at;
    }

    private static boolean query(Token token) {
        return token.symbol("(") || token.word("select") || token.word("with") || token.word("values");
    }
}
