package dev.protection.jdbc.proxy;

import dev.protection.ProtectionException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement that may run planned statements, and holds what the last one gave. */
abstract class OutcomeStatement extends IdentityStatement {
    private final ResultKind kind;
    private final StatementSettings settings = new StatementSettings();
    private final PhysicalStatements physical;
    private @Nullable Results results;
    private boolean closeOnCompletion;

    OutcomeStatement(ResultKind kind, ProtectedConnection connection) {
        super(connection);
        this.kind = kind;
        this.physical = new PhysicalStatements(connection.delegate(), kind, settings);
    }

    final ResultKind kind() {
        return kind;
    }

    final Execution execution(List<Bindings> rows, KeyRequest keys) {
        return new Execution(physical, rows, keys);
    }

    /** Runs a planned statement; its outcome is the current one from now on. */
    final Results run(PlannedStatement plan, Execution execution) throws SQLException {
        forgetResults();
        connection().words().ran();
        Results made = guard(() -> Results.of(plan.run(execution), this));
        results = made;
        return made;
    }

    /** The outcome of the last planned statement; null if the driver's statement ran last. */
    final @Nullable Results results() {
        return results;
    }

    final void forgetResults() throws SQLException {
        Results old = results;
        results = null;
        if (old != null) {
            old.close();
        }
    }

    /** Runs something of a protected statement, with errors that quote nothing. */
    static <T> T guard(Guardable<T> work) throws SQLException {
        try {
            return work.run();
        } catch (ProtectionException e) {
            throw SqlErrors.of(e);
        } catch (JdbcCatalogue.CatalogueFailure e) {
            throw SqlErrors.withoutValues(e.failure());
        } catch (SQLException e) {
            throw wordless(e);
        }
    }

    /** An error without the words of database and driver; our own stays as it is. */
    static SQLException wordless(Exception error) {
        if (error instanceof SQLException raw) {
            return raw.getCause() instanceof ProtectionException ? raw : SqlErrors.withoutValues(raw);
        }
        return error instanceof ProtectionException ours ? SqlErrors.of(ours) : SqlErrors.notConverted();
    }

    /** Something of a protected statement. */
    interface Guardable<T> {
        T run() throws SQLException;
    }

    /** Called by a result of this statement when it is closed. */
    final void resultClosed() throws SQLException {
        if (closeOnCompletion) {
            close();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isClosed()) {
            throw new SQLException("the statement is closed", "24000");
        }
        return super.getConnection();
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        return connection().words().warnings(delegate().getWarnings());
    }

    final void remember(StatementSettings.Name name, StatementSettings.Setting setting) throws SQLException {
        setting.applyTo(delegate());
        settings.remember(name, setting);
    }

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        Results current = results;
        return current == null ? super.getResultSet() : current.rows().orElse(null);
    }

    @Override
    public int getUpdateCount() throws SQLException {
        Results current = results;
        return current == null ? super.getUpdateCount() : Results.small(current.count());
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        Results current = results;
        return current == null ? super.getLargeUpdateCount() : current.count();
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return getMoreResults(CLOSE_CURRENT_RESULT);
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        Results last = results;
        if (last == null) {
            return current == CLOSE_CURRENT_RESULT ? super.getMoreResults() : super.getMoreResults(current);
        }
        last.finish(current != KEEP_CURRENT_RESULT);
        return false;
    }

    @Override
    public @Nullable ResultSet getGeneratedKeys() throws SQLException {
        Results current = results;
        if (current == null) {
            return super.getGeneratedKeys();
        }
        Optional<ResultSet> keys = current.generatedKeys();
        return keys.isPresent() ? owned(keys.get()) : owned(delegate().getGeneratedKeys());
    }

    @Override
    public void cancel() throws SQLException {
        physical.cancel();
    }

    @Override
    public void close() throws SQLException {
        closeOnCompletion = false;
        try {
            forgetResults();
        } finally {
            physical.close();
        }
    }

    @Override
    public void closeOnCompletion() throws SQLException {
        delegate().closeOnCompletion();
        closeOnCompletion = true;
    }

    @Override
    public boolean isCloseOnCompletion() throws SQLException {
        return delegate().isCloseOnCompletion() || closeOnCompletion;
    }

    @Override
    public void setQueryTimeout(int seconds) throws SQLException {
        remember(StatementSettings.Name.QUERY_TIMEOUT, s -> s.setQueryTimeout(seconds));
    }

    @Override
    public void setMaxRows(int rows) throws SQLException {
        remember(StatementSettings.Name.MAX_ROWS, s -> s.setMaxRows(rows));
    }

    @Override
    public void setLargeMaxRows(long rows) throws SQLException {
        remember(StatementSettings.Name.MAX_ROWS, s -> s.setLargeMaxRows(rows));
    }

    @Override
    public void setMaxFieldSize(int bytes) throws SQLException {
        // A sealed cell cut short does not open: the limit is for what the driver runs itself.
        delegate().setMaxFieldSize(bytes);
    }

    @Override
    public void setFetchSize(int rows) throws SQLException {
        remember(StatementSettings.Name.FETCH_SIZE, s -> s.setFetchSize(rows));
    }

    @Override
    public void setFetchDirection(int direction) throws SQLException {
        remember(StatementSettings.Name.FETCH_DIRECTION, s -> s.setFetchDirection(direction));
    }

    @Override
    public void setCursorName(String name) throws SQLException {
        remember(StatementSettings.Name.CURSOR_NAME, s -> s.setCursorName(name));
    }

    @Override
    public void setEscapeProcessing(boolean enabled) throws SQLException {
        remember(StatementSettings.Name.ESCAPE_PROCESSING, s -> s.setEscapeProcessing(enabled));
    }

    @Override
    public void setPoolable(boolean poolable) throws SQLException {
        remember(StatementSettings.Name.POOLABLE, s -> s.setPoolable(poolable));
    }
}
