package dev.protection.jdbc.sql;

import dev.protection.IndexScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans a query: its common tables, its body, and what it is sorted and limited by. */
final class QueryPlanner {
    private final Rewriting rewriting;

    QueryPlanner(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    QueryResult plan(Query query, Optional<Scope> outer, CommonTables around, ListUse use) {
        CommonTables common = around.inside();
        define(query.with(), outer, common);
        Scope limits = new Scope(rewriting.dialect(), outer);
        new UseChecker(rewriting, limits, common, List.of()).checkAll(query.limits(), SqlRefusal.EXPRESSION);
        QueryResult result = body(query.body(), query.order(), outer, common, use);
        new Barrier(rewriting, limits).fence(query);
        return use == ListUse.SHOWN ? new PackingPlanner(rewriting).shown(result) : result;
    }

    void define(List<Query.CommonTable> tables, Optional<Scope> outer, CommonTables common) {
        for (Query.CommonTable table : tables) {
            refuseShadow(table.name());
            if (table.recursive()) {
                common.add(new CommonTables.Definition(table.name(), table.columns(), QueryResult.UNKNOWN));
            }
            if (!(table.statement() instanceof Statement.Read read)) {
                throw SqlRefusal.STATEMENT.at(table.statement().span().start());
            }
            QueryResult result = plan(read.query(), outer, common, ListUse.TABLE);
            common.add(new CommonTables.Definition(table.name(), table.columns(), result));
        }
    }

    /** H2 finds a table before a common table of its name. */
    private void refuseShadow(Name name) {
        Declarations declared = rewriting.declarations();
        boolean shadow = declared.view(name) || declared.dataset(List.of(name)).isPresent();
        if (shadow && rewriting.dialect() == Dialect.H2) {
            throw SqlRefusal.COMMON_TABLE.at(name.span().start());
        }
    }

    private QueryResult body(
            Query.Body body, List<Expression> order, Optional<Scope> outer, CommonTables common, ListUse use) {
        if (body instanceof Select select) {
            return new SelectPlanner(rewriting, outer, common, use).plan(select, order);
        }
        if (body instanceof Query.Nested nested) {
            QueryResult result = plan(nested.query(), outer, common, use);
            outside(order, outer, common, result);
            return result;
        }
        if (body instanceof Query.SetOperation operation) {
            QueryResult result = combined(operation, outer, common, use);
            outside(order, outer, common, result);
            return result;
        }
        if (body instanceof Query.Rows rows) {
            return rows(rows, outer, common);
        }
        return named((Query.NamedTable) body, order, outer, common, use);
    }

    private QueryResult combined(
            Query.SetOperation operation, Optional<Scope> outer, CommonTables common, ListUse use) {
        List<QueryResult> branches = new ArrayList<>();
        ListUse each = use == ListUse.TERMS ? ListUse.TERMS : ListUse.COMBINED;
        boolean exact = branches(operation, outer, common, each, branches);
        if (each == ListUse.COMBINED) {
            return new PackingPlanner(rewriting).combined(branches, exact, operation.span());
        }
        branches.subList(1, branches.size()).forEach(other -> comparable(branches.get(0), other, operation));
        QueryResult first = branches.get(0);
        return new QueryResult(first.columns(), first.complete(), Optional.empty());
    }

    /** Plans the queries from left to right; returns whether any of the operations compares rows. */
    private boolean branches(
            Query.Body body, Optional<Scope> outer, CommonTables common, ListUse use, List<QueryResult> branches) {
        if (!(body instanceof Query.SetOperation operation)) {
            branches.add(body(body, List.of(), outer, common, use));
            return false;
        }
        boolean left = branches(operation.left(), outer, common, use, branches);
        boolean right = branches(operation.right(), outer, common, use, branches);
        return left || right || !operation.all();
    }

    /** Terms of two queries come together only under one key. */
    private static void comparable(QueryResult left, QueryResult right, Query.SetOperation place) {
        boolean counted = left.complete()
                && right.complete()
                && left.columns().size() == right.columns().size();
        for (int i = 0; i < left.columns().size(); i++) {
            Origin first = left.columns().get(i).origin();
            Origin second = counted ? right.columns().get(i).origin() : Origin.PLAIN;
            boolean both = first.encrypted() && second.encrypted();
            boolean same =
                    both && sameKey(first.use().orElseThrow(), second.use().orElseThrow());
            if (!same && (first.encrypted() || second.encrypted())) {
                throw SqlRefusal.SET_OPERATION.at(place.span().start());
            }
        }
        boolean more = !counted
                && right.columns().stream().anyMatch(output -> output.origin().encrypted());
        if (more) {
            throw SqlRefusal.SET_OPERATION.at(place.span().start());
        }
    }

    private static boolean sameKey(FieldUse left, FieldUse right) {
        return IndexedColumn.comparable(left, right)
                && (left.equals(right) || left.field().index().scope() == IndexScope.ROOT);
    }

    /** What sorts the result of a combined query sees only its labels. */
    private void outside(List<Expression> order, Optional<Scope> outer, CommonTables common, QueryResult result) {
        new OrderChecker(rewriting, new Scope(rewriting.dialect(), outer), common, result).check(order);
    }

    private QueryResult rows(Query.Rows rows, Optional<Scope> outer, CommonTables common) {
        UseChecker checker = new UseChecker(rewriting, new Scope(rewriting.dialect(), outer), common, List.of());
        rows.rows().forEach(row -> checker.checkAll(row, SqlRefusal.EXPRESSION));
        return QueryResult.UNKNOWN;
    }

    /** {@code TABLE t} is {@code SELECT * FROM t}; the word stands where the star would. */
    private QueryResult named(
            Query.NamedTable body, List<Expression> order, Optional<Scope> outer, CommonTables common, ListUse use) {
        TableReference table = body.table();
        boolean known = common.find(table.name()).isPresent();
        if (!known && rewriting.declarations().resolve(table.name()).isEmpty()) {
            return QueryResult.UNKNOWN;
        }
        Span word = new Span(body.span().start(), body.span().start() + "table".length());
        rewriting.edits().insert(word.start(), "SELECT ");
        rewriting.edits().insert(table.span().start(), "FROM ");
        Select select = new Select(
                body.span(),
                Optional.empty(),
                List.of(),
                List.of(new SelectItem.Star(word, List.of())),
                List.of(table),
                Optional.empty(),
                List.of(),
                false,
                List.of(),
                List.of());
        return new SelectPlanner(rewriting, outer, common, use).plan(select, order);
    }
}
