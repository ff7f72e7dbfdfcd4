package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A protected result of one row and one sealed column, over a raw result that only knows that it is on a row. */
final class SingleCell {
    private SingleCell() {}

    static ResultSet of(@Nullable Object value, FieldType type) throws SQLException {
        Samples samples = new Samples((proxy, method, arguments) ->
                method.getName().equals("getType") ? ResultSet.TYPE_FORWARD_ONLY : Samples.any(method.getReturnType()));
        ProtectedConnection connection = samples.connection();
        RowOpener opener = new RowOpener() {
            @Override
            public int[] hidden() {
                return new int[0];
            }

            @Override
            public Block prepare(List<StoredRow> rows) {
                return (row, cell) -> new OpenedCell(value, false);
            }

            @Override
            public void requireNoCell(byte[] bytes) {}

            @Override
            public void close(long rowsRead) {}
        };
        LogicalColumn column = new LogicalColumn(1, "c", Optional.of(ColumnType.undeclared(type)));
        Outcome.Rows rows = new Outcome.Rows(samples.raw(ResultSet.class), List.of(column), opener);
        return new ProtectedResultSet(rows, samples.prepared(connection));
    }

    /** A raw connection that does nothing. */
    static Connection raw() {
        return new Samples((proxy, method, arguments) -> Samples.any(method.getReturnType())).raw(Connection.class);
    }
}
