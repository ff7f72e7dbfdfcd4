package dev.protection.jdbc.proxy;

import dev.protection.jdbc.proxy.RowOpener.OpenedCell;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query on protected datasets. Sealed columns are opened when they are read; the columns that were fetched
 * along to know whose rows they are cannot be seen.
 */
final class ProtectedResultSet extends LogicalResultSet {
    private final ResultSet raw;
    private final OutcomeStatement owner;
    private final List<LogicalColumn> layout;
    private final ResultColumns columns;
    private final OpenRead read;
    private final RowWindow window;
    private final StrayCells strays;
    private boolean lastWasSealed;
    private boolean lastWasNull;
    private boolean closed;
    private @Nullable SQLWarning warning;

    ProtectedResultSet(Outcome.Rows rows, OutcomeStatement owner) throws SQLException {
        super(rows.physical(), owner.connection(), owner);
        this.raw = rows.physical();
        this.owner = owner;
        this.layout = rows.columns();
        this.columns = new ResultColumns(layout);
        this.window = new RowWindow(raw, rows.opener(), columns.cells());
        this.strays = new StrayCells(raw, rows.opener());
        this.read = new OpenRead(rows.opener(), owner.connection().reads());
    }

    @Override
    boolean sealed(int logical) throws SQLException {
        return columns.sealed(logical);
    }

    @Override
    int physical(int logical) throws SQLException {
        lastWasSealed = false;
        int physical = columns.physical(logical);
        strays.requireNone(physical);
        return physical;
    }

    @Override
    ColumnValue value(int logical) throws SQLException {
        OpenedCell cell = OutcomeStatement.guard(() -> read.cell(window, columns.cellOf(logical)));
        lastWasSealed = true;
        lastWasNull = cell.value() == null;
        if (cell.erased()) {
            warn();
        }
        return new ColumnValue(
                cell.value(), columns.type(logical), owner.connection().types().reading());
    }

    private void warn() {
        if (warning == null) {
            warning = new SQLWarning("a value of an erased person was replaced", "01000");
        }
    }

    @Override
    public boolean wasNull() throws SQLException {
        return lastWasSealed ? lastWasNull : raw.wasNull();
    }

    @Override
    public int findColumn(String label) throws SQLException {
        if (closed) {
            throw new SQLException("the result is closed", "24000");
        }
        return columns.find(label, raw);
    }

    @Override
    public @Nullable Statement getStatement() throws SQLException {
        // Some drivers refuse it once the result is closed.
        return raw.getStatement() == null ? null : super.getStatement();
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        return new ProtectedResultSetMetaData(
                raw.getMetaData(), layout, owner.connection().types());
    }

    @Override
    public boolean next() throws SQLException {
        boolean more = OutcomeStatement.guard(raw::next);
        window.moved();
        if (more) {
            read.row();
        } else if (owner.kind().type() == TYPE_FORWARD_ONLY) {
            endRead();
        }
        return more;
    }

    /** Recorded before its end is reported: nobody can go back to open more. */
    private void endRead() throws SQLException {
        OutcomeStatement.guard(() -> {
            read.end();
            return read;
        });
    }

    private boolean move(OutcomeStatement.Guardable<Boolean> move) throws SQLException {
        if (owner.kind().type() == TYPE_FORWARD_ONLY) {
            throw new SQLException("the result can only be read forward", "24000");
        }
        boolean onRow = OutcomeStatement.guard(move);
        window.moved();
        if (onRow) {
            read.row();
        }
        return onRow;
    }

    @Override
    public boolean previous() throws SQLException {
        return move(raw::previous);
    }

    @Override
    public boolean first() throws SQLException {
        return move(raw::first);
    }

    @Override
    public boolean last() throws SQLException {
        return move(raw::last);
    }

    @Override
    public boolean absolute(int row) throws SQLException {
        return move(() -> raw.absolute(row));
    }

    @Override
    public boolean relative(int rows) throws SQLException {
        return move(() -> raw.relative(rows));
    }

    @Override
    public void beforeFirst() throws SQLException {
        move(() -> {
            raw.beforeFirst();
            return false;
        });
    }

    @Override
    public void afterLast() throws SQLException {
        move(() -> {
            raw.afterLast();
            return false;
        });
    }

    @Override
    public void refreshRow() throws SQLException {
        raw.refreshRow();
        window.forget();
    }

    @Override
    public int getType() throws SQLException {
        return raw.isClosed() ? raw.getType() : owner.kind().type();
    }

    @Override
    public int getConcurrency() throws SQLException {
        return raw.isClosed() ? raw.getConcurrency() : CONCUR_READ_ONLY;
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        SQLWarning own = warning;
        return own == null ? ServerWords.withoutValues(raw.getWarnings()) : own;
    }

    @Override
    public void clearWarnings() throws SQLException {
        warning = null;
        raw.clearWarnings();
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        try (ResultSet closing = raw) {
            endRead();
        } finally {
            owner.resultClosed();
        }
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed || raw.isClosed();
    }
}
