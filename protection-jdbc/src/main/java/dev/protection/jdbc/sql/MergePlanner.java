package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans MERGE .. USING values: the row that the condition finds is changed by its key, else a new one is inserted, as of an
 * upsert.
 */
final class MergePlanner {
    private final Rewriting rewriting;
    private final Statement.Merge merge;
    private final ProtectedTable table;
    private final RowsQuery query;
    private final MergedSource source;

    MergePlanner(Rewriting rewriting, Statement.Merge merge, ProtectedTable table) {
        this.rewriting = rewriting;
        this.merge = merge;
        this.table = table;
        this.query = new RowsQuery(rewriting, merge.table(), table);
        this.source = MergedSource.of(merge.using().orElseThrow(this::refused), rewriting);
    }

    private SqlRefused refused() {
        return SqlRefusal.UPSERT.at(merge.span().start());
    }

    UpsertPlan plan() {
        List<Statement.Branch> inserts = merge.branches().stream()
                .filter(branch -> !branch.matched() && !branch.values().isEmpty())
                .toList();
        List<Statement.Branch> updates = merge.branches().stream()
                .filter(branch -> branch.matched() && !branch.assignments().isEmpty())
                .toList();
        boolean known = merge.with().isEmpty()
                && inserts.size() == 1
                && updates.size() < 2
                && inserts.size() + updates.size() == merge.branches().size();
        if (!known) {
            throw refused();
        }
        List<UpsertPlan.Row> rows = new ArrayList<>();
        for (List<Expression> values : source.rows()) {
            rows.add(new UpsertPlan.Row(
                    Optional.of(conflict(values)),
                    insert(inserts.get(0), values),
                    updates.stream().findFirst().map(branch -> update(branch, values)),
                    Optional.empty()));
        }
        UpsertPlan.Counting counting = updates.isEmpty() ? UpsertPlan.Counting.EACH : UpsertPlan.Counting.ONCE;
        return new UpsertPlan(table.dataset(), rows, table.key(), counting, Optional.empty());
    }

    /** A text in which the values stand for the columns of the source. */
    private PartText text(List<Expression> values, List<Expression> within) {
        Edits edits = new Edits();
        within.forEach(expression -> put(expression, values, edits));
        return PartText.with(rewriting.sql(), rewriting.tokens(), edits);
    }

    private void put(Expression expression, List<Expression> values, Edits edits) {
        if (expression instanceof Expression.Column column) {
            source.column(column, table)
                    .ifPresent(number -> edits.replace(
                            column.span(),
                            new Pieces()
                                    .text("(")
                                    .addAll(rewriting
                                            .splicer()
                                            .part(values.get(number).span()))
                                    .text(")")
                                    .list()));
            return;
        }
        boolean followed = !(expression instanceof Expression.Subquery
                || expression instanceof Expression.QueryMembership
                || expression instanceof Expression.Like
                || expression instanceof Expression.Distinctness
                || expression instanceof Expression.Quantified
                || expression instanceof Expression.QualifiedStar);
        if (!followed) {
            throw SqlRefusal.UPSERT.at(expression.span().start());
        }
        Expressions.operands(expression).forEach(part -> put(part, values, edits));
    }

    private Part conflict(List<Expression> values) {
        Expression on = merge.expressions().get(0);
        return text(values, List.of(on))
                .text("SELECT " + String.join(", ", query.key()) + " FROM ")
                .original(merge.table().span())
                .text(" WHERE (")
                .original(on.span())
                .text(")" + query.lock())
                .part();
    }

    private Part update(Statement.Branch branch, List<Expression> values) {
        List<Statement.Assignment> assignments = branch.assignments();
        PartText text = text(
                        values,
                        assignments.stream().map(Statement.Assignment::value).toList())
                .text("UPDATE ")
                .original(merge.table().span())
                .text(" SET ")
                .original(assignments
                        .get(0)
                        .span()
                        .to(assignments.get(assignments.size() - 1).span()));
        query.byKey(text);
        return text.part();
    }

    private Part insert(Statement.Branch branch, List<Expression> values) {
        PartText text = text(values, branch.values())
                .text("INSERT INTO ")
                .original(merge.table().nameSpan());
        String separator = " (";
        for (Name column : branch.columns()) {
            text.text(separator).original(column.span());
            separator = ", ";
        }
        text.text(branch.columns().isEmpty() ? "" : ")").text(" VALUES ");
        separator = "(";
        for (Expression value : branch.values()) {
            text.text(separator).original(value.span());
            separator = ", ";
        }
        return text.text(")").part();
    }
}
