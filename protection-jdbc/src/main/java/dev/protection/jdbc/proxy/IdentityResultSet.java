package dev.protection.jdbc.proxy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The driver's own result, with the statement that the application knows as its owner. */
class IdentityResultSet extends DelegatingResultSet {
    private final ResultSet raw;
    private final ProtectedConnection connection;
    private final @Nullable Statement owner;

    /** A result of {@code owner}; without one, its statement is found through the driver's. */
    IdentityResultSet(ResultSet raw, ProtectedConnection connection, @Nullable Statement owner) {
        this.raw = raw;
        this.connection = connection;
        this.owner = owner;
    }

    @Override
    final ResultSet delegate() {
        return raw;
    }

    @Override
    public @Nullable Statement getStatement() throws SQLException {
        return owner != null ? owner : IdentityStatement.of(raw.getStatement(), connection);
    }

    @Override
    public @Nullable Object getObject(int index) throws SQLException {
        return connection.guarded(raw.getObject(index), owner);
    }

    @Override
    public @Nullable Object getObject(String label) throws SQLException {
        return connection.guarded(raw.getObject(label), owner);
    }

    @Override
    public @Nullable Object getObject(int index, Map<String, Class<?>> types) throws SQLException {
        return connection.guarded(raw.getObject(index, types), owner);
    }

    @Override
    public @Nullable Object getObject(String label, Map<String, Class<?>> types) throws SQLException {
        return connection.guarded(raw.getObject(label, types), owner);
    }

    @Override
    public <T> @Nullable T getObject(int index, Class<T> type) throws SQLException {
        return connection.guarded(raw.getObject(index, type), type, owner);
    }

    @Override
    public <T> @Nullable T getObject(String label, Class<T> type) throws SQLException {
        return connection.guarded(raw.getObject(label, type), type, owner);
    }

    @Override
    public @Nullable Array getArray(int index) throws SQLException {
        return IdentityArray.of(raw.getArray(index), connection, owner);
    }

    @Override
    public @Nullable Array getArray(String label) throws SQLException {
        return IdentityArray.of(raw.getArray(label), connection, owner);
    }
}
