package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import dev.protection.jdbc.formula.Formula;
import dev.protection.jdbc.formula.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * A computed column while its statement is planned: the places of its values are not fixed yet.
 *
 * @param formula what is computed
 * @param inputs where its values come from
 * @param exact whether equal text is equal byte for byte in the database too
 */
record Calculation(Formula formula, List<Input> inputs, boolean exact) {
    /** Where a value comes from. */
    sealed interface Input {}

    /** An encrypted column, as it is written. */
    record Cell(Origin origin, String text) implements Input {}

    /** The values of a group of rows; {@code cells} and {@code count} are written as the database aggregates them. */
    record Group(FieldUse use, String cells, String count, ComputedColumn.Group.Kind kind, FieldType type)
            implements Input {}

    /** An expression that the database computes. */
    record Stored(List<Piece> pieces, FieldType type) implements Input {}

    /** A parameter. */
    record Param(int logical, FieldType type) implements Input {}

    /** Has the values fetched in hidden columns. */
    ComputedColumn fetched(HiddenColumns hidden, Rewriting rewriting) {
        List<ComputedColumn.Input> fetched = new ArrayList<>();
        for (Input input : inputs) {
            if (input instanceof Cell cell) {
                fetched.add(cell(cell, hidden, rewriting));
            } else if (input instanceof Group group) {
                int cells = hidden.addValue(List.of(new Piece.Text(group.cells())));
                int count = hidden.addValue(List.of(new Piece.Text(group.count())));
                fetched.add(new ComputedColumn.Group(group.use(), cells, count, group.kind(), group.type()));
            } else if (input instanceof Stored stored) {
                fetched.add(new ComputedColumn.Stored(hidden.addValue(stored.pieces()), stored.type()));
            } else {
                Param param = (Param) input;
                fetched.add(new ComputedColumn.Param(param.logical(), param.type()));
            }
        }
        return new ComputedColumn(formula, fetched);
    }

    private static ComputedColumn.Input cell(Cell cell, HiddenColumns hidden, Rewriting rewriting) {
        Source source = cell.origin().source().orElseThrow();
        List<Piece> text = List.of(new Piece.Text(cell.text()));
        if (source instanceof PackedSource packed) {
            return ComputedColumn.Cell.packed(packed.uses(), hidden.addValue(text));
        }
        HiddenColumns.Ordinals owner = hidden.add(source);
        OptionalInt tenant = owner.tenant();
        rewriting.expose(source, tenant, owner.subject());
        return new ComputedColumn.Cell(
                cell.origin().use().orElseThrow(), source.number(), hidden.addValue(text), source.packed(), List.of());
    }

    /**
     * The same where a subquery shows it. What it needs leaves the subquery in hidden columns. Its own column there is not
     * NULL, so that it is known where an outer join found no row: nothing is computed for one.
     *
     * @param column its column as it is written outside
     * @param hidden the subquery's hidden columns
     * @param qualifier the subquery's alias
     * @param outside what the rows inside are outside
     */
    Calculation outside(String column, HiddenColumns hidden, String qualifier, UnaryOperator<Source> outside) {
        List<Input> moved = new ArrayList<>();
        for (Input input : inputs) {
            if (input instanceof Cell cell) {
                String label = hidden.addLabelled(List.of(new Piece.Text(cell.text())));
                moved.add(new Cell(cell.origin().through(outside), qualifier + "." + label));
            } else if (input instanceof Stored stored) {
                String label = hidden.addLabelled(stored.pieces());
                moved.add(new Stored(List.of(new Piece.Text(qualifier + "." + label)), stored.type()));
            } else {
                moved.add(input);
            }
        }
        moved.add(new Stored(List.of(new Piece.Text("(" + column + " IS NOT NULL)")), FieldType.BOOLEAN));
        return new Calculation(Formulas.where(formula, moved.size() - 1), moved, exact);
    }
}
