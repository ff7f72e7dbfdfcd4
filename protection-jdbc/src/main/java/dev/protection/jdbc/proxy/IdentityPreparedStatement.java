package dev.protection.jdbc.proxy;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import org.jspecify.annotations.Nullable;

/** A prepared statement that touches nothing protected: the driver's own, under the protected connection. */
class IdentityPreparedStatement extends DelegatingPreparedStatement {
    private final PreparedStatement raw;

    IdentityPreparedStatement(PreparedStatement raw, ProtectedConnection connection) {
        super(connection);
        this.raw = raw;
    }

    @Override
    PreparedStatement delegate() {
        return raw;
    }

    @Override
    public @Nullable ResultSet executeQuery() throws SQLException {
        return owned(raw.executeQuery());
    }

    @Override
    public void setArray(int index, @Nullable Array array) throws SQLException {
        raw.setArray(index, IdentityArray.raw(array));
    }

    @Override
    public void setObject(int index, @Nullable Object value) throws SQLException {
        raw.setObject(index, IdentityArray.raw(value));
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type) throws SQLException {
        raw.setObject(index, IdentityArray.raw(value), type);
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type, int scale) throws SQLException {
        raw.setObject(index, IdentityArray.raw(value), type, scale);
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType type) throws SQLException {
        raw.setObject(index, IdentityArray.raw(value), type);
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType type, int scale) throws SQLException {
        raw.setObject(index, IdentityArray.raw(value), type, scale);
    }
}
