package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/** Plans changes of tables that are not protected: they may read protected ones in subqueries. */
final class OtherChangePlanner {
    private final Rewriting rewriting;
    private final CommonTables common;
    private final Scope scope;

    OtherChangePlanner(Rewriting rewriting) {
        this.rewriting = rewriting;
        this.common = new CommonTables(rewriting.dialect(), Optional.empty());
        this.scope = new Scope(rewriting.dialect(), Optional.empty());
    }

    Plan plan(Statement.Insert insert) {
        define(insert.with());
        tables(List.of(insert.table()));
        insert.values().forEach(row -> checker().checkAll(row, SqlRefusal.EXPRESSION));
        insert.query()
                .ifPresent(query -> new QueryPlanner(rewriting).plan(query, Optional.empty(), common, ListUse.VALUES));
        insert.upsert().ifPresent(upsert -> {
            assignments(upsert.assignments());
            checker().checkAll(upsert.target(), SqlRefusal.EXPRESSION);
            upsert.partial().ifPresent(each -> checker().check(each, SqlRefusal.EXPRESSION));
            upsert.condition().ifPresent(each -> checker().check(each, SqlRefusal.EXPRESSION));
        });
        return finished(insert.returning());
    }

    Plan plan(Statement.Update update) {
        define(update.with());
        tables(update.tables());
        tables(update.from());
        assignments(update.assignments());
        return selected(update.selection());
    }

    Plan plan(Statement.Delete delete) {
        define(delete.with());
        tables(delete.tables());
        tables(delete.using());
        return selected(delete.selection());
    }

    Plan plan(Statement.Merge merge) {
        define(merge.with());
        tables(List.of(merge.table()));
        merge.using().ifPresent(using -> tables(List.of(using)));
        checker().checkAll(merge.expressions(), SqlRefusal.EXPRESSION);
        assignments(merge.assignments());
        return finished(List.of());
    }

    private UseChecker checker() {
        return new UseChecker(rewriting, scope, common, List.of());
    }

    private void define(List<Query.CommonTable> tables) {
        new QueryPlanner(rewriting).define(tables, Optional.empty(), common);
    }

    /** A protected table beside the changed one would decide which rows change, and how often. */
    private void tables(List<FromItem> items) {
        FromPlanner from = new FromPlanner(rewriting, scope, Optional.empty(), common);
        from.addAll(items);
        if (scope.relations().stream().anyMatch(Relation::holdsProtected)) {
            throw SqlRefusal.CHANGE_JOIN.at(items.get(0).span().start());
        }
    }

    private void assignments(List<Statement.Assignment> assignments) {
        assignments.forEach(assignment -> checker().check(assignment.value(), SqlRefusal.EXPRESSION));
    }

    private Plan selected(Statement.Selection selection) {
        selection.where().ifPresent(where -> checker().check(where, SqlRefusal.EXPRESSION));
        checker().checkAll(selection.order(), SqlRefusal.ORDER);
        checker().checkAll(selection.limits(), SqlRefusal.EXPRESSION);
        return finished(selection.returning());
    }

    private Plan finished(List<SelectItem> returning) {
        for (SelectItem item : returning) {
            if (item instanceof SelectItem.Value value) {
                checker().check(value.expression(), SqlRefusal.RETURNING);
            }
        }
        if (!rewriting.touchesProtected()) {
            return new Untouched(rewriting.sql());
        }
        return new QueryPlan(
                rewriting.checked(),
                !returning.isEmpty(),
                rewriting.occurrences(),
                List.of(),
                rewriting.used(),
                Optional.empty());
    }
}
