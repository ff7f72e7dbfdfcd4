package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.SearchColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans a change of rows of a protected table. */
final class UpdatePlanner {
    private final Rewriting rewriting;
    private final CastValues literals;
    private final Map<Field, Value> assignments = new LinkedHashMap<>();
    private Optional<Value> tenant = Optional.empty();
    private Optional<Value> subject = Optional.empty();

    UpdatePlanner(Rewriting rewriting) {
        this.rewriting = rewriting;
        this.literals = new CastValues(rewriting);
    }

    Plan plan(Statement.Update update, TableReference table) {
        if (severally(update, table)) {
            return new RowsPlanner(rewriting, table).plan(update);
        }
        ChangeTarget target = new ChangeTarget(rewriting, table);
        update.assignments().forEach(assignment -> assign(assignment, target));
        RowSelection rows = target.select(update.selection(), update.span().end());
        return new UpdatePlan(
                target.table().dataset(),
                rows,
                rewriting.checked(),
                assignments,
                tenant,
                subject,
                rewriting.occurrences(),
                rewriting.used());
    }

    /** Whether the rows must be found and computed first. */
    private boolean severally(Statement.Update update, TableReference reference) {
        boolean chosen = update.tables().size() > 1
                || !update.from().isEmpty()
                || !update.with().isEmpty()
                || !update.tables().get(0).equals(reference)
                || !update.selection().order().isEmpty()
                || !update.selection().limits().isEmpty()
                || !update.selection().returning().isEmpty();
        ProtectedTable table =
                rewriting.declarations().resolve(reference.name()).orElseThrow();
        return chosen || update.assignments().stream().anyMatch(assignment -> computes(assignment, table));
    }

    private boolean computes(Statement.Assignment assignment, ProtectedTable table) {
        boolean written = literals.any(assignment.value()).isPresent();
        return !written
                && assignment.columns().stream()
                        .map(parts -> column(parts.get(parts.size() - 1), table))
                        .flatMap(column -> table.field(column).stream())
                        .anyMatch(Field::encrypt);
    }

    private void assign(Statement.Assignment assignment, ChangeTarget target) {
        boolean single = assignment.columns().size() == 1 && !assignment.element();
        for (List<Name> parts : assignment.columns()) {
            String column = column(parts.get(parts.size() - 1), target.table());
            boolean free = !ownerColumn(column, target.table())
                    && target.table().field(column).isEmpty();
            if (!single && !free) {
                throw SqlRefusal.ASSIGNED.at(assignment.span().start());
            }
            if (single) {
                assign(column, assignment, target);
            }
        }
        if (!single) {
            target.checker().check(assignment.value(), SqlRefusal.ASSIGNED);
        }
    }

    private String column(Name name, ProtectedTable table) {
        String stored = table.table().columns().stream()
                .map(Catalogue.Column::name)
                .filter(column -> name.is(column, rewriting.dialect()))
                .findFirst()
                .orElseThrow(() -> SqlRefusal.COLUMN_UNKNOWN.at(name.span().start()));
        if (table.helper(stored)) {
            throw SqlRefusal.HELPER_COLUMN.at(name.span().start());
        }
        return stored;
    }

    private boolean ownerColumn(String column, ProtectedTable table) {
        boolean path = rewriting
                .declarations()
                .path(table)
                .filter(via -> Folding.loosely(via.tableColumn()).equals(Folding.loosely(column)))
                .isPresent();
        return path
                || table.subject().name().equals(column)
                || table.key().contains(column)
                || table.tenant().filter(found -> found.name().equals(column)).isPresent();
    }

    private void assign(String column, Statement.Assignment assignment, ChangeTarget target) {
        Expression value = assignment.value();
        ProtectedTable table = target.table();
        if (ownerColumn(column, table) && target.shows(value, column)) {
            // Nothing changes: so an upsert is told to do nothing.
            return;
        }
        boolean toTenant =
                table.tenant().filter(found -> found.name().equals(column)).isPresent();
        boolean toSubject = table.subject().name().equals(column);
        if (toTenant) {
            tenant = Optional.of(same(value));
        }
        if (toSubject) {
            subject = Optional.of(same(value));
        }
        if (ownerColumn(column, table) && !toTenant && !toSubject) {
            throw SqlRefusal.KEY_CHANGE.at(assignment.span().start());
        }
        Optional<Field> field = table.field(column);
        if (field.isEmpty()) {
            target.checker().check(value, SqlRefusal.ASSIGNED);
        } else if (field.get().encrypt()) {
            seal(new FieldUse(table.dataset(), field.get()), column, assignment, target.source());
        } else {
            clear(new FieldUse(table.dataset(), field.get()), column, value, target);
        }
    }

    /** The owner may be written as it is already: frameworks send all columns. */
    private Value same(Expression value) {
        return literals.any(value)
                .filter(found -> CastValues.given(found))
                .orElseThrow(() -> SqlRefusal.OWNER_CHANGE.at(value.span().start()));
    }

    private void seal(FieldUse use, String column, Statement.Assignment assignment, TableSource source) {
        Expression expression = assignment.value();
        Value value = literals.value(expression, use.field().type())
                .map(found -> found instanceof Value.Default ? new Value.Null() : found)
                .orElseThrow(() -> SqlRefusal.ASSIGNED.at(expression.span().start()));
        assignments.put(use.field(), value);
        Pieces pieces = new Pieces().add(new Piece.Cell(0, use, value, source.reference(column)));
        for (SearchColumn kind : SearchColumn.of(use.field())) {
            String helper = source.table().helper(use.field(), kind);
            pieces.text(", " + rewriting.dialect().quote(helper) + " = ")
                    .add(new Piece.StoredTerm(0, use, kind, value, source.reference(helper)));
        }
        rewriting.edits().replace(expression.span(), pieces.list());
    }

    private void clear(FieldUse use, String column, Expression expression, ChangeTarget target) {
        Optional<Value> value = literals.any(expression);
        assignments.put(use.field(), value.orElseGet(Value.Computed::new));
        if (value.isEmpty()) {
            target.checker().check(expression, SqlRefusal.ASSIGNED);
            return;
        }
        List<Piece> original = rewriting.splicer().part(expression.span());
        Piece piece = new Piece.Clear(use, value.get(), target.source().reference(column), original);
        rewriting.edits().replace(expression.span(), List.of(piece));
    }
}
