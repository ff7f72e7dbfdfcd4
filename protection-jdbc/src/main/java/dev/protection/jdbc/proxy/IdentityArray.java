package dev.protection.jdbc.proxy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An array whose rows lead back to the protected connection. */
final class IdentityArray extends DelegatingArray {
    private final Array raw;
    private final ProtectedConnection connection;
    private final @Nullable Statement owner;

    IdentityArray(Array raw, ProtectedConnection connection, @Nullable Statement owner) {
        this.raw = raw;
        this.connection = connection;
        this.owner = owner;
    }

    static @Nullable Array of(@Nullable Array raw, ProtectedConnection connection, @Nullable Statement owner) {
        return raw == null ? null : new IdentityArray(raw, connection, owner);
    }

    /** The driver's own array, which it may insist on when the array is sent back as a parameter. */
    static @Nullable Array raw(@Nullable Array array) {
        return array instanceof IdentityArray wrapper ? wrapper.raw : array;
    }

    /** The same for a parameter of any type. */
    static @Nullable Object raw(@Nullable Object value) {
        return value instanceof IdentityArray wrapper ? wrapper.raw : value;
    }

    @Override
    Array delegate() {
        return raw;
    }

    @Override
    public ResultSet getResultSet() throws SQLException {
        return owned(raw.getResultSet());
    }

    @Override
    public ResultSet getResultSet(Map<String, Class<?>> types) throws SQLException {
        return owned(raw.getResultSet(types));
    }

    @Override
    public ResultSet getResultSet(long from, int count) throws SQLException {
        return owned(raw.getResultSet(from, count));
    }

    @Override
    public ResultSet getResultSet(long from, int count, Map<String, Class<?>> types) throws SQLException {
        return owned(raw.getResultSet(from, count, types));
    }

    private ResultSet owned(ResultSet rows) {
        return new IdentityResultSet(rows, connection, owner);
    }

    @Override
    public String toString() {
        return raw.toString();
    }
}
