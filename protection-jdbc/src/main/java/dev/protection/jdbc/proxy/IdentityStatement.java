package dev.protection.jdbc.proxy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that leads back to the protected connection, never to the driver's. It runs the driver's statement as it
 * is; texts given to it are refused, as on every prepared statement.
 */
abstract class IdentityStatement extends DelegatingStatement {
    private final ProtectedConnection connection;
    private @Nullable IdentityResultSet lastResult;

    IdentityStatement(ProtectedConnection connection) {
        this.connection = connection;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connection;
    }

    final ProtectedConnection connection() {
        return connection;
    }

    /** The driver's result with this statement as its owner; the same object for the same result. */
    final @Nullable ResultSet owned(@Nullable ResultSet raw) {
        IdentityResultSet known = lastResult;
        if (raw == null || (known != null && known.delegate() == raw)) {
            return raw == null ? null : known;
        }
        IdentityResultSet made = new IdentityResultSet(raw, connection, this);
        lastResult = made;
        return made;
    }

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        return owned(delegate().getResultSet());
    }

    @Override
    public @Nullable ResultSet getGeneratedKeys() throws SQLException {
        return owned(delegate().getGeneratedKeys());
    }

    @Override
    public @Nullable ResultSet executeQuery(String sql) throws SQLException {
        throw textRefused();
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        throw textRefused();
    }

    @Override
    public boolean execute(String sql, int keys) throws SQLException {
        throw textRefused();
    }

    @Override
    public boolean execute(String sql, int[] keys) throws SQLException {
        throw textRefused();
    }

    @Override
    public boolean execute(String sql, String[] keys) throws SQLException {
        throw textRefused();
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        throw textRefused();
    }

    @Override
    public int executeUpdate(String sql, int keys) throws SQLException {
        throw textRefused();
    }

    @Override
    public int executeUpdate(String sql, int[] keys) throws SQLException {
        throw textRefused();
    }

    @Override
    public int executeUpdate(String sql, String[] keys) throws SQLException {
        throw textRefused();
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        throw textRefused();
    }

    @Override
    public long executeLargeUpdate(String sql, int keys) throws SQLException {
        throw textRefused();
    }

    @Override
    public long executeLargeUpdate(String sql, int[] keys) throws SQLException {
        throw textRefused();
    }

    @Override
    public long executeLargeUpdate(String sql, String[] keys) throws SQLException {
        throw textRefused();
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        throw textRefused();
    }

    private static SQLException textRefused() {
        return SqlErrors.of(JdbcRefusal.textOnPrepared());
    }

    /** The statement of a foreign result, with our connection. */
    static @Nullable Statement of(@Nullable Statement raw, ProtectedConnection connection) {
        return raw == null
                ? null
                : new IdentityStatement(connection) {
                    @Override
                    Statement delegate() {
                        return raw;
                    }
                };
    }
}
