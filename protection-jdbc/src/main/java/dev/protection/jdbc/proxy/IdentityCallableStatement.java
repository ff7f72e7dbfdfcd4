package dev.protection.jdbc.proxy;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that names nothing protected: the driver's own, under the protected connection. */
final class IdentityCallableStatement extends DelegatingCallableStatement {
    private final CallableStatement raw;

    IdentityCallableStatement(CallableStatement raw, ProtectedConnection connection) {
        super(raw, connection);
        this.raw = raw;
    }

    @Override
    CallableStatement delegate() {
        return raw;
    }

    @Override
    public @Nullable Object getObject(int index) throws SQLException {
        return connection().guarded(raw.getObject(index), this);
    }

    @Override
    public @Nullable Object getObject(String name) throws SQLException {
        return connection().guarded(raw.getObject(name), this);
    }

    @Override
    public @Nullable Object getObject(int index, Map<String, Class<?>> types) throws SQLException {
        return connection().guarded(raw.getObject(index, types), this);
    }

    @Override
    public @Nullable Object getObject(String name, Map<String, Class<?>> types) throws SQLException {
        return connection().guarded(raw.getObject(name, types), this);
    }

    @Override
    public <T> @Nullable T getObject(int index, Class<T> type) throws SQLException {
        return connection().guarded(raw.getObject(index, type), type, this);
    }

    @Override
    public <T> @Nullable T getObject(String name, Class<T> type) throws SQLException {
        return connection().guarded(raw.getObject(name, type), type, this);
    }

    @Override
    public @Nullable Array getArray(int index) throws SQLException {
        return IdentityArray.of(raw.getArray(index), connection(), this);
    }

    @Override
    public @Nullable Array getArray(String name) throws SQLException {
        return IdentityArray.of(raw.getArray(name), connection(), this);
    }
}
