package dev.protection.jdbc.proxy;

import dev.protection.jdbc.proxy.RowOpener.OpenedCell;
import dev.protection.jdbc.sql.Dialect;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a query of ours whole, opened, as the parameters of the statements that come after it. */
final class FetchedRows {
    private final Dialect dialect;

    FetchedRows(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Rows that touch nothing protected. */
    List<Binding[]> plain(ResultSet rows) throws SQLException {
        List<FetchedColumn> columns =
                columns(rows.getMetaData(), rows.getMetaData().getColumnCount());
        List<Binding[]> all = new ArrayList<>();
        while (rows.next()) {
            Binding[] row = new Binding[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = columns.get(i).read(rows, i + 1);
            }
            all.add(row);
        }
        return all;
    }

    private List<FetchedColumn> columns(ResultSetMetaData metaData, int count) throws SQLException {
        List<FetchedColumn> columns = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            columns.add(FetchedColumn.of(metaData, i, dialect));
        }
        return columns;
    }

    /** Rows with sealed cells, which are opened; the record of the read is completed. */
    List<Binding[]> opened(Outcome.Rows outcome) throws SQLException {
        List<LogicalColumn> layout = outcome.columns();
        ResultColumns places = new ResultColumns(layout);
        List<Binding[]> all = new ArrayList<>();
        try (ResultSet rows = outcome.physical()) {
            RowWindow window = new RowWindow(rows, outcome.opener(), places.cells());
            List<Optional<FetchedColumn>> columns = new ArrayList<>();
            for (LogicalColumn column : layout) {
                columns.add(
                        column.sealed().isPresent()
                                ? Optional.empty()
                                : Optional.of(FetchedColumn.of(rows.getMetaData(), column.physical(), dialect)));
            }
            while (rows.next()) {
                window.moved();
                Binding[] row = new Binding[layout.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = columns.get(i).isPresent()
                            ? columns.get(i).get().read(rows, layout.get(i).physical())
                            : value(window.cell(places.cellOf(i + 1)));
                }
                all.add(row);
            }
            outcome.opener().close(all.size());
        }
        return all;
    }

    /** What stands for an erased value is not the value: it must not be stored again. */
    private static Binding value(OpenedCell cell) throws SQLException {
        if (cell.erased()) {
            throw SqlErrors.of(
                    JdbcRefusal.value("a value of an erased person", "it cannot be written to another row."));
        }
        Object value = cell.value();
        return Binding.of(value, (statement, index) -> statement.setObject(index, value));
    }
}
