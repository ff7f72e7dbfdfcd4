package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import dev.protection.jdbc.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A computed column while its statement is planned: the places of its values are not fixed yet.
 *
 * @param formula what is computed
 * @param inputs where its values come from
 */
record Calculation(Formula formula, List<Input> inputs) {
    /** Where a value comes from. */
    sealed interface Input {}

    /** An encrypted column, as it is written. */
    record Cell(Origin origin, String text) implements Input {}

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
        if (source.packed()) {
            throw SqlRefusal.EXPRESSION.at(0);
        }
        HiddenColumns.Ordinals owner = hidden.add(source);
        OptionalInt tenant = owner.tenant();
        rewriting.expose(source, tenant, owner.subject());
        int physical = hidden.addValue(List.of(new Piece.Text(cell.text())));
        return new ComputedColumn.Cell(cell.origin().use().orElseThrow(), source.number(), physical);
    }
}
