package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Set;

/**
 * Plans CREATE VIEW over protected tables. The database keeps the query as it is written, with the columns behind stars
 * listed, and gives it back when the view is read; so it must hold nothing that is computed, compared or sealed here.
 */
final class CreateViewPlanner {
    private static final Set<String> BEFORE = Set.of("create", "or", "replace", "view");

    private final Declarations declarations;
    private final String sql;

    CreateViewPlanner(Declarations declarations, String sql) {
        this.declarations = declarations;
        this.sql = sql;
    }

    Plan plan(TokenList tokens) {
        int at = 0;
        while (BEFORE.contains(tokens.get(at).text()) && tokens.get(at).kind() == Token.Kind.WORD) {
            at++;
        }
        at = DefinitionPlanner.ifNotExists(tokens, at);
        at += TokenList.length(tokens.name(at, sql));
        if (tokens.get(at).symbol("(")) {
            at = tokens.closing(at) + 1;
        }
        if (!tokens.get(at).word("as")) {
            throw SqlRefusal.VIEW.at(tokens.get(at).start());
        }
        List<Token> query = tokens.from(at + 1).tokens();
        if (query.isEmpty()
                || !(new Parser(sql, declarations.dialect(), query).statement() instanceof Statement.Read read)) {
            throw SqlRefusal.VIEW.at(tokens.get(at).start());
        }
        Rewriting rewriting = new Rewriting(sql, tokens.tokens(), declarations);
        int place = query.get(0).start();
        Plan plan = planned(read.query(), rewriting, query);
        return plan instanceof QueryPlan found ? stored(found, rewriting, place) : new Untouched(sql);
    }

    /** Of a query that reads views no star is followed. */
    private Plan planned(Query query, Rewriting rewriting, List<Token> tokens) {
        try {
            return new ReadPlanner(rewriting).plan(query);
        } catch (SqlRefused refused) {
            boolean views = rewriting.view().isPresent()
                    && refused.refusal() == SqlRefusal.VIEW
                    && tokens.stream().noneMatch(token -> token.symbol("*"));
            if (!views) {
                throw refused;
            }
            return new Planner(declarations).plan(sql.substring(tokens.get(0).start()));
        }
    }

    private Plan stored(QueryPlan query, Rewriting rewriting, int place) {
        boolean plain = query.sort().isEmpty()
                && query.columns().stream()
                        .allMatch(column -> column.computed().isEmpty()
                                && column.alternatives().isEmpty())
                && query.template().pieces().stream().allMatch(CreateViewPlanner::plain);
        if (!plain) {
            throw SqlRefusal.VIEW.at(place);
        }
        StringBuilder text = new StringBuilder(sql);
        rewriting.stars().descendingMap().forEach((span, columns) -> text.replace(span.start(), span.end(), columns));
        return new DefinitionPlan(
                query.occurrences().get(0).dataset(), DefinitionPlan.Kind.CHANGE, List.of(text.toString()));
    }

    private static boolean plain(Piece piece) {
        return piece instanceof Piece.Text
                || piece instanceof Piece.RowFilterPredicate
                || piece instanceof Piece.Barrier;
    }
}
