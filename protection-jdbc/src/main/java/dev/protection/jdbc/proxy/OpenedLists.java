package dev.protection.jdbc.proxy;

import dev.protection.jdbc.proxy.OpenedCells.Opened;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.OpenedColumn;
import dev.protection.jdbc.sql.Piece;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on opened values as a condition on their cells, with the same three truth values.
 *
 * @param dialect how it is written
 * @param holds the cells for which it is true
 * @param fails those for which it is false
 * @param unknown those for which it is unknown
 */
record OpenedLists(Dialect dialect, List<byte[]> holds, List<byte[]> fails, List<byte[]> unknown) {
    /** Whether a value meets a condition. */
    interface Test {
        /** Null for unknown. */
        @Nullable
        Boolean of(Object value) throws SQLException;
    }

    static OpenedLists of(List<Opened> cells, Test test, Dialect dialect) throws SQLException {
        OpenedLists lists = new OpenedLists(dialect, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Opened each : cells) {
            Boolean holds = each.value() == null ? null : test.of(each.value());
            (holds == null ? lists.unknown : holds ? lists.holds : lists.fails).add(each.cell());
        }
        return lists;
    }

    static OpenedLists of(Piece.Opened condition, OpenedCells cells, Supplies supplies, Dialect dialect)
            throws SQLException {
        OpenedColumn column = condition.cells();
        Test test = new OpenedTests(dialect).of(condition.test(), column.use().field(), supplies.bindings());
        return of(cells.of(column, supplies), test, dialect);
    }

    /**
     * Writes it. A cell in none of the lists fails by a subquery of two rows (SQL state 21000), which databases evaluate
     * only when they come to it: it depends on the row.
     */
    void render(PhysicalText text, String column) {
        text.add("(CASE WHEN ");
        listed(text, column, holds);
        text.add(" THEN TRUE WHEN ");
        listed(text, column, fails);
        text.add(" THEN FALSE WHEN ").add(column).add(" IS NULL THEN NULL");
        if (!unknown.isEmpty()) {
            text.add(" WHEN ");
            listed(text, column, unknown);
            text.add(" THEN NULL");
        }
        text.add(" ELSE (SELECT ").add(column).add(" IS NULL UNION ALL SELECT TRUE) END)");
    }

    /** In the form in which the database looks a cell up, and does not compare it with all. */
    private void listed(PhysicalText text, String column, List<byte[]> cells) {
        if (dialect == Dialect.POSTGRESQL) {
            byte[][] array = cells.toArray(byte[][]::new);
            text.add(column).add(" IN (SELECT unnest(CAST(");
            text.parameter((statement, index) ->
                    statement.setArray(index, statement.getConnection().createArrayOf("bytea", array)));
            text.add(" AS bytea[])))");
        } else if (cells.isEmpty()) {
            text.add("1 = 0");
        } else {
            each(text, column, cells);
        }
    }

    /** H2 looks up literals alone. */
    private void each(PhysicalText text, String column, List<byte[]> cells) {
        text.add(column).add(" IN (");
        String separator = "";
        for (byte[] cell : cells) {
            text.add(separator);
            if (dialect == Dialect.H2) {
                text.add("X'").add(HexFormat.of().formatHex(cell)).add("'");
            } else {
                text.parameter((statement, index) -> statement.setBytes(index, cell));
            }
            separator = ", ";
        }
        text.add(")");
    }
}
