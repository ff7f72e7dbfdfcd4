package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the value itself where the change of an upsert names the row that could not be inserted. */
final class NewRowValues {
    /** Types whose name says all about how a value is stored. */
    private static final Set<String> EXACT =
            Set.of("int2", "int4", "int8", "text", "bool", "date", "float4", "float8", "uuid");

    private final Rewriting rewriting;
    private final ProtectedTable table;
    private final InsertedRow row;
    private final Edits edits;

    NewRowValues(Rewriting rewriting, ProtectedTable table, InsertedRow row, Edits edits) {
        this.rewriting = rewriting;
        this.table = table;
        this.row = row;
        this.edits = edits;
    }

    /**
     * The whole value of an assignment: it is stored as the new row would have stored it. What is to be sealed goes to
     * encrypted columns only.
     */
    void assigned(Statement.Assignment assignment) {
        Expression value = assignment.value();
        Optional<Catalogue.Column> column = named(value);
        boolean toSealed = assignment.columns().size() == 1
                && sealed(column(assignment
                        .columns()
                        .get(0)
                        .get(assignment.columns().get(0).size() - 1)));
        if (column.isPresent() && (toSealed || !sealed(column.get()))) {
            edits.replace(value.span(), written(column.get(), value));
        } else {
            nested(value, toSealed);
        }
    }

    /** A condition on the row that is changed. */
    void condition(Expression condition) {
        nested(condition, false);
    }

    private boolean sealed(Catalogue.Column column) {
        return table.field(column.name()).filter(dev.protection.Field::encrypt).isPresent();
    }

    /** Inside an expression the value has the type of its column. */
    private void nested(Expression expression, boolean toSealed) {
        Optional<Catalogue.Column> column = named(expression);
        if (column.isEmpty()) {
            Expressions.operands(expression).forEach(part -> nested(part, toSealed));
            if (expression instanceof Expression.Subquery || expression instanceof Expression.QueryMembership) {
                throw SqlRefusal.UPSERT.at(expression.span().start());
            }
            return;
        }
        boolean sealed = sealed(column.get());
        if (sealed && !toSealed) {
            throw SqlRefusal.ASSIGNED.at(expression.span().start());
        }
        String type = Folding.ascii(column.get().typeName());
        boolean exact = rewriting.dialect() == Dialect.POSTGRESQL && EXACT.contains(type);
        if (!sealed && !exact && !whole(type)) {
            throw SqlRefusal.UPSERT.at(expression.span().start());
        }
        Pieces pieces = new Pieces();
        if (sealed) {
            pieces.addAll(written(column.get(), expression));
        } else {
            pieces.text("CAST(")
                    .addAll(written(column.get(), expression))
                    .text(" AS " + (exact ? type : "SIGNED") + ")");
        }
        edits.replace(expression.span(), pieces.list());
    }

    private boolean whole(String type) {
        return rewriting.dialect() == Dialect.MARIADB
                && Set.of("int", "integer", "bigint", "smallint").contains(type);
    }

    private List<Piece> written(Catalogue.Column column, Expression place) {
        Expression value = row.fixed(column.name())
                .orElseThrow(() -> SqlRefusal.UPSERT.at(place.span().start()));
        return rewriting.splicer().part(value.span());
    }

    /** The column that {@code EXCLUDED.x} or {@code VALUES(x)} names. */
    private Optional<Catalogue.Column> named(Expression expression) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return named(brackets.inner());
        }
        if (rewriting.dialect() == Dialect.POSTGRESQL
                && expression instanceof Expression.Column column
                && column.parts().size() == 2
                && column.parts().get(0).looselyIs("excluded")) {
            return Optional.of(column(column.last()));
        }
        if (rewriting.dialect() == Dialect.MARIADB
                && expression instanceof Expression.Call call
                && Set.of("values", "value").contains(call.function())
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression.Column column) {
            return Optional.of(column(column.last()));
        }
        return Optional.empty();
    }

    private Catalogue.Column column(Name name) {
        return table.visible().stream()
                .filter(column -> name.is(column.name(), rewriting.dialect()))
                .findFirst()
                .orElseThrow(() -> SqlRefusal.COLUMN_UNKNOWN.at(name.span().start()));
    }
}
