package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans {@code INSERT INTO t .. SELECT ..} as queries whose rows are inserted one by one. */
final class CopyPlanner {
    private final Rewriting rewriting;
    private final List<Token> tokens;
    private final ProtectedTable table;
    private final Statement.Insert insert;
    private final List<Catalogue.Column> columns;
    private final CastValues literals;

    CopyPlanner(Rewriting rewriting, ProtectedTable table, Statement.Insert insert, List<Catalogue.Column> columns) {
        this.rewriting = rewriting;
        this.tokens = rewriting.tokens();
        this.table = table;
        this.insert = insert;
        this.columns = columns;
        this.literals = new CastValues(rewriting);
    }

    CopyPlan plan(Query written) {
        Query query = unwrapped(written);
        List<CopyPlan.Source> sources = new ArrayList<>();
        if (query.body() instanceof Query.SetOperation operation && plain(query) && allRows(operation)) {
            arms(operation).forEach(arm -> sources.add(source(query, arm)));
        } else {
            sources.add(source(query, query.body()));
        }
        return new CopyPlan(table.dataset(), sources);
    }

    private static Query unwrapped(Query query) {
        boolean brackets = query.with().isEmpty() && plain(query) && query.body() instanceof Query.Nested;
        return brackets ? unwrapped(((Query.Nested) query.body()).query()) : query;
    }

    private static boolean plain(Query query) {
        return query.order().isEmpty() && query.limits().isEmpty() && !query.locking();
    }

    /** {@code a UNION ALL b} gives the rows of one after those of the other. */
    private boolean allRows(Query.SetOperation operation) {
        boolean all = tokens.stream()
                        .filter(token -> token.start()
                                        >= operation.left().span().end()
                                && token.end() <= operation.right().span().start())
                        .filter(token -> token.word("union") || token.word("all"))
                        .count()
                == 2;
        return all && allRows(operation.left()) && allRows(operation.right());
    }

    private boolean allRows(Query.Body body) {
        return body instanceof Query.SetOperation operation ? allRows(operation) : body instanceof Select;
    }

    private static List<Query.Body> arms(Query.Body body) {
        if (!(body instanceof Query.SetOperation operation)) {
            return List.of(body);
        }
        List<Query.Body> arms = new ArrayList<>(arms(operation.left()));
        arms.addAll(arms(operation.right()));
        return arms;
    }

    private CopyPlan.Source source(Query query, Query.Body body) {
        boolean single = body == query.body();
        Edits edits = new Edits();
        List<Optional<Span>> given = given(body, edits);
        PartText source = PartText.with(rewriting.sql(), tokens, edits);
        if (!insert.with().isEmpty()) {
            source.original(new Span(insert.span().start(), last(insert.with())))
                    .text(" ");
        }
        if (!single && !query.with().isEmpty()) {
            source.original(new Span(query.span().start(), last(query.with()))).text(" ");
        }
        source.original(single ? query.span() : body.span());
        return new CopyPlan.Source(source.part(), given.size(), insertOf(given));
    }

    private static int last(List<Query.CommonTable> with) {
        return with.get(with.size() - 1).span().end();
    }

    /** What the text itself gives for each column, which the query then need not know; empty for what it computes. */
    private List<Optional<Span>> given(Query.Body body, Edits edits) {
        List<Optional<Span>> given = new ArrayList<>();
        boolean spelled =
                body instanceof Select select && select.items().stream().allMatch(SelectItem.Value.class::isInstance);
        if (!spelled) {
            unspelled(body);
            columns.forEach(column -> given.add(Optional.empty()));
            return given;
        }
        List<SelectItem> items = ((Select) body).items();
        if (items.size() > columns.size()
                || (items.size() < columns.size() && !insert.columns().isEmpty())) {
            throw SqlRefusal.VALUE_COUNT.at(insert.span().start());
        }
        for (int i = 0; i < items.size(); i++) {
            Expression value = ((SelectItem.Value) items.get(i)).expression();
            boolean written = literals.any(value).isPresent();
            if (written) {
                edits.replace(value.span(), List.of(new Piece.Text("1")));
            } else {
                computed((SelectItem.Value) items.get(i), columns.get(i), edits, i + 1);
            }
            given.add(written ? Optional.of(value.span()) : Optional.empty());
        }
        return given;
    }

    /** A label of its own, since none that the database makes up is needed. */
    private void computed(SelectItem.Value item, Catalogue.Column column, Edits edits, int number) {
        Expression value = item.expression();
        if (sealed(column)) {
            ComputedValue.require(value, tokens);
        }
        if (item.label().isEmpty() && !(value instanceof Expression.Column)) {
            edits.insert(value.span().end(), " AS __v" + number);
        }
    }

    private boolean sealed(Catalogue.Column column) {
        return table.field(column.name()).filter(dev.protection.Field::encrypt).isPresent();
    }

    /** A star shows columns and nothing else; other bodies could hold values that nobody may see. */
    private void unspelled(Query.Body body) {
        boolean stars = body instanceof Select select
                && select.items().stream()
                        .allMatch(item -> item instanceof SelectItem.Star
                                || (item instanceof SelectItem.Value value
                                        && value.expression() instanceof Expression.Column));
        if (!stars) {
            throw SqlRefusal.INSERT_SELECT.at(body.span().start());
        }
    }

    private Part insertOf(List<Optional<Span>> given) {
        PartText text = new PartText(rewriting);
        int start = insert.with().isEmpty() ? insert.span().start() : afterWith();
        Query query = insert.query().orElseThrow();
        text.original(new Span(start, query.span().start())).text("VALUES (");
        for (int i = 0; i < given.size(); i++) {
            text.text(i == 0 ? "" : ", ");
            if (given.get(i).isPresent()) {
                text.original(given.get(i).get());
            } else {
                text.column(i + 1);
            }
        }
        return text.text(")")
                .original(new Span(query.span().end(), insert.span().end()))
                .part();
    }

    private int afterWith() {
        int end = last(insert.with());
        return tokens.stream()
                .filter(token -> token.start() >= end)
                .findFirst()
                .orElseThrow()
                .start();
    }
}
