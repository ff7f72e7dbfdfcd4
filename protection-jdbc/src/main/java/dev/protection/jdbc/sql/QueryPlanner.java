package dev.protection.jdbc.sql;

import dev.protection.IndexScope;
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
        return result;
    }

    void define(List<Query.CommonTable> tables, Optional<Scope> outer, CommonTables common) {
        for (Query.CommonTable table : tables) {
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
            ListUse each = use == ListUse.TERMS ? ListUse.TERMS : ListUse.COMBINED;
            QueryResult left = body(operation.left(), List.of(), outer, common, each);
            QueryResult right = body(operation.right(), List.of(), outer, common, each);
            if (each == ListUse.TERMS) {
                comparable(left, right, operation);
            }
            outside(order, outer, common, left);
            return new QueryResult(left.columns(), left.complete(), Optional.empty());
        }
        if (body instanceof Query.Rows rows) {
            return rows(rows, outer, common);
        }
        return named((Query.NamedTable) body);
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

    private QueryResult named(Query.NamedTable body) {
        if (rewriting.declarations().resolve(body.table().name()).isPresent()) {
            throw SqlRefusal.STAR.at(body.span().start());
        }
        return QueryResult.UNKNOWN;
    }
}
