package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans changes that are made row by row: of rows chosen by a join, an order or a limit, or with values for encrypted
 * columns that a query must compute.
 */
final class RowsPlanner {
    private final Rewriting rewriting;
    private final TableReference target;
    private final ProtectedTable table;
    private final RowsQuery query;
    private final CastValues literals;
    private final List<Span> values = new ArrayList<>();

    RowsPlanner(Rewriting rewriting, TableReference target) {
        this.rewriting = rewriting;
        this.target = target;
        this.table = rewriting.declarations().resolve(target.name()).orElseThrow();
        this.query = new RowsQuery(rewriting, target, table);
        this.literals = new CastValues(rewriting);
    }

    RowsPlan plan(Statement.Update update) {
        refuseOrderOfAssignments(update.assignments());
        boolean alone = Flattened.single(update.tables())
                && update.from().isEmpty()
                && update.with().isEmpty();
        PartText change =
                new PartText(rewriting).text("UPDATE ").original(target.span()).text(" SET ");
        String separator = "";
        for (Statement.Assignment assignment : update.assignments()) {
            change.text(separator);
            assign(assignment, alone, change);
            separator = ", ";
        }
        query.byKey(change);
        List<FromItem> last = update.from();
        int end = last.isEmpty()
                ? update.assignments()
                        .get(update.assignments().size() - 1)
                        .span()
                        .end()
                : last.get(last.size() - 1).span().end();
        Part rows = query.query(
                update.span(), update.with(), values, List.of(update.tables(), update.from()), update.selection(), end);
        return new RowsPlan(
                table.dataset(),
                rows,
                query.keyColumns(),
                change.part(),
                false,
                returned(update.selection(), alone && rewriting.dialect() == Dialect.POSTGRESQL));
    }

    RowsPlan plan(Statement.Delete delete) {
        boolean listed = Flattened.tables(delete.using()).contains(target);
        Span named = rewriting.dialect() == Dialect.MARIADB ? target.nameSpan() : target.span();
        PartText change = new PartText(rewriting).text("DELETE FROM ").original(named);
        query.byKey(change);
        List<FromItem> last = delete.using().isEmpty() ? delete.tables() : delete.using();
        Part rows = query.query(
                delete.span(),
                delete.with(),
                List.of(),
                listed ? List.of(delete.using()) : List.of(delete.tables(), delete.using()),
                delete.selection(),
                last.get(last.size() - 1).span().end());
        return new RowsPlan(
                table.dataset(),
                rows,
                query.keyColumns(),
                change.part(),
                true,
                returned(delete.selection(), delete.using().isEmpty()));
    }

    /** Whether every column of an item is qualified as one of the changed table. */
    private boolean ofTarget(SelectItem item) {
        if (item instanceof SelectItem.Star star) {
            return ofTarget(star.table());
        }
        Expression shown = ((SelectItem.Value) item).expression();
        boolean queries = Expressions.any(
                shown, part -> part instanceof Expression.Subquery || part instanceof Expression.QueryMembership);
        return !queries
                && !Expressions.any(
                        shown,
                        part -> part instanceof Expression.Column column
                                && !ofTarget(
                                        column.parts().subList(0, column.parts().size() - 1)));
    }

    private boolean ofTarget(List<Name> qualifiers) {
        return qualifiers.size() == 1
                && qualifiers.get(0).is(target.alias().orElse(target.table()), rewriting.dialect());
    }

    /** Rows of a join could show columns of its other tables: not followed. */
    private Optional<ReturnedRows> returned(Statement.Selection selection, boolean alone) {
        List<SelectItem> items = selection.returning();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        boolean joined =
                rewriting.dialect() == Dialect.POSTGRESQL && items.stream().allMatch(this::ofTarget);
        if (!(alone || joined) || rewriting.dialect() == Dialect.H2) {
            throw SqlRefusal.RETURNING.at(items.get(0).span().start());
        }
        return Optional.of(ReturnedRows.of(rewriting, items, query, target));
    }

    /** MariaDB assigns from left to right: a later expression sees what an earlier one has given. */
    private void refuseOrderOfAssignments(List<Statement.Assignment> assignments) {
        if (rewriting.dialect() != Dialect.MARIADB) {
            return;
        }
        Set<String> assigned = new HashSet<>();
        for (Statement.Assignment assignment : assignments) {
            boolean seen = Expressions.any(
                    assignment.value(),
                    part -> part instanceof Expression.Subquery
                            ? !assigned.isEmpty()
                            : part instanceof Expression.Column column
                                    && assigned.contains(
                                            Folding.loosely(column.last().text())));
            if (seen) {
                throw SqlRefusal.ASSIGNED.at(assignment.span().start());
            }
            assignment
                    .columns()
                    .forEach(parts -> assigned.add(Folding.loosely(last(parts).text())));
        }
    }

    private static Name last(List<Name> parts) {
        return parts.get(parts.size() - 1);
    }

    private void assign(Statement.Assignment assignment, boolean alone, PartText change) {
        boolean single = assignment.columns().size() == 1 && !assignment.element();
        if (single) {
            assign(last(assignment.columns().get(0)), assignment.value(), alone, change);
            return;
        }
        List<Expression> parts = row(assignment);
        if (parts.size() == assignment.columns().size() && !assignment.element()) {
            for (int i = 0; i < parts.size(); i++) {
                change.text(i == 0 ? "" : ", ");
                assign(last(assignment.columns().get(i)), parts.get(i), alone, change);
            }
        } else if (alone) {
            change.original(assignment.span());
        } else {
            throw SqlRefusal.CHANGE_JOIN.at(assignment.span().start());
        }
    }

    private static List<Expression> row(Statement.Assignment assignment) {
        return assignment.value() instanceof Expression.Compound compound
                        && compound.kind() == Expression.Compound.Kind.ROW
                ? compound.operands()
                : List.of();
    }

    private void assign(Name column, Expression value, boolean alone, PartText change) {
        change.original(column.span()).text(" = ");
        boolean sealed = table.table().columns().stream()
                .filter(stored -> column.is(stored.name(), rewriting.dialect()))
                .anyMatch(stored -> table.field(stored.name())
                        .filter(dev.protection.Field::encrypt)
                        .isPresent());
        boolean written = literals.any(value).isPresent();
        if (written || (alone && !sealed)) {
            change.original(value.span());
            return;
        }
        if (sealed && !readsSealed(value, alone)) {
            ComputedValue.require(value, rewriting.tokens());
        }
        values.add(value.span());
        change.column(query.keyColumns() + values.size());
    }

    /** What reads an encrypted column is computed after opening, and nothing of it is sent. */
    private boolean readsSealed(Expression value, boolean alone) {
        return Expressions.any(value, part -> part instanceof Expression.Column column && sealed(column, alone));
    }

    private boolean sealed(Expression.Column column, boolean alone) {
        List<Name> parts = column.parts();
        boolean own = parts.size() == 1
                ? alone
                : parts.get(parts.size() - 2).is(target.alias().orElse(target.table()), rewriting.dialect());
        return own
                && table.table().columns().stream()
                        .filter(stored -> column.last().is(stored.name(), rewriting.dialect()))
                        .anyMatch(stored -> table.field(stored.name())
                                .filter(dev.protection.Field::encrypt)
                                .isPresent());
    }
}
