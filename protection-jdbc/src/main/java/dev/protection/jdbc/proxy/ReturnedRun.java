package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ReturnedRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the changed rows that a RETURNING clause shows, by their keys. */
final class ReturnedRun {
    /** Each key is a parameter or two, and drivers have a limit on those. */
    private static final int MOST_ROWS = 4096;

    private final ReturnedRows rows;
    private final PartRun.Planner planner;
    private final ProtectedDatabase database;
    private final PartRun first;

    private ReturnedRun(ReturnedRows rows, PartRun.Planner planner, ProtectedDatabase database) throws SQLException {
        this.rows = rows;
        this.planner = planner;
        this.database = database;
        this.first = PartRun.shown(rows.part(1, false), planner, database.dialect());
    }

    static Optional<ReturnedRun> of(Optional<ReturnedRows> rows, PartRun.Planner planner, ProtectedDatabase database)
            throws SQLException {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new ReturnedRun(rows.get(), planner, database));
    }

    static ReturnedRun of(ReturnedRows rows, PartRun.Planner planner, ProtectedDatabase database) throws SQLException {
        return new ReturnedRun(rows, planner, database);
    }

    List<LogicalColumn> columns() {
        return first.columns();
    }

    /** A part that describes the rows. */
    PartRun described() {
        return first;
    }

    void requireFew(int count) throws SQLException {
        if (count > MOST_ROWS) {
            throw SqlErrors.of(
                    JdbcRefusal.value("RETURNING of more than " + MOST_ROWS + " rows", "change fewer at once."));
        }
    }

    /** Reads them; each row begins with its key. Their number is rounded up, so that few texts are prepared. */
    Outcome rows(Execution execution, Bindings bindings, List<Binding[]> changed, boolean ordered) throws SQLException {
        int width = rows.key().size();
        int wanted = Math.max(1, changed.size());
        int padded = Integer.highestOneBit(wanted) == wanted ? wanted : Integer.highestOneBit(wanted) * 2;
        Binding[] keys = new Binding[padded * width];
        Binding none = Binding.of(null, (statement, index) -> statement.setNull(index, java.sql.Types.NULL));
        for (int i = 0; i < keys.length; i++) {
            int row = Math.min(i / width, changed.size() - 1);
            keys[i] = row < 0 ? none : changed.get(row)[i % width];
        }
        PartRun part = padded == 1 ? first : PartRun.shown(rows.part(padded, ordered), planner, database.dialect());
        return part.query(execution, bindings, keys);
    }
}
