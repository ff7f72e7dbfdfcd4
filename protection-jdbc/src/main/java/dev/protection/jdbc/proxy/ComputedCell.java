package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.formula.CaseMapping;
import dev.protection.jdbc.formula.Formula;
import dev.protection.jdbc.proxy.RowOpener.OpenedCell;
import dev.protection.jdbc.proxy.RowOpener.StoredRow;
import dev.protection.jdbc.sql.ComputedColumn;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A computed column of one result. */
final class ComputedCell {
    private static final Set<String> TRUE = Set.of("t", "true", "1");

    private final int column;
    private final ComputedColumn computed;
    private final ComputedInputs inputs;
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();

    ComputedCell(int column, ComputedColumn computed, ComputedInputs inputs) {
        this.column = column;
        this.computed = computed;
        this.inputs = inputs;
    }

    /** Its number among the columns that are opened. */
    int column() {
        return column;
    }

    /** Has its values fetched with each row. */
    void fetch(SessionOpener opener) {
        for (ComputedColumn.Input input : computed.inputs()) {
            if (input instanceof ComputedColumn.Cell cell) {
                places.add(opener.cell(cell));
                counts.add(-1);
            } else if (input instanceof ComputedColumn.Group group) {
                places.add(opener.position(group.cells()));
                counts.add(opener.position(group.count()));
            } else {
                counts.add(-1);
                places.add(input instanceof ComputedColumn.Stored stored ? opener.position(stored.physical()) : -1);
            }
        }
    }

    OpenedCell value(StoredRow row, SessionOpener opener) throws SQLException {
        @Nullable Object[] values = new Object[places.size()];
        boolean erased = false;
        for (int i = 0; i < values.length; i++) {
            ComputedColumn.Input input = computed.inputs().get(i);
            if (input instanceof ComputedColumn.Cell) {
                OpenedCell cell = opener.open(row, places.get(i));
                values[i] = cell.value();
                erased |= cell.erased();
            } else if (input instanceof ComputedColumn.Group group) {
                values[i] = opener.group(group, row.hidden()[places.get(i)], row.hidden()[counts.get(i)]);
            } else if (input instanceof ComputedColumn.Stored stored) {
                values[i] = stored(row.hidden()[places.get(i)], stored.type());
            } else {
                values[i] = inputs.parameter((ComputedColumn.Param) input);
            }
        }
        return new OpenedCell(computed.formula().value(new Values(values, inputs.cases())), erased);
    }

    private static @Nullable Object stored(@Nullable String text, FieldType type) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case INTEGER -> Long.valueOf(text);
            case BOOLEAN -> TRUE.contains(text.toLowerCase(java.util.Locale.ROOT));
            default -> text;
        };
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    private record Values(@Nullable Object[] values, CaseMapping cases) implements Formula.Row {
        @Override
        public @Nullable Object input(int input) {
            return values[input];
        }
    }
}
