package dev.protection.jdbc.proxy;

import java.sql.SQLException;
import java.sql.Wrapper;

/**
 * What every object handed to the application has in common: it answers for itself alone. Whoever could get the driver's
 * own object from it would work beside every decision and every record, so nothing beneath is to be had; nor does its
 * text show statements or values.
 */
abstract class Guarded implements Wrapper {

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw SqlErrors.of(JdbcRefusal.unwrap(type));
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + '@' + Integer.toHexString(System.identityHashCode(this));
    }
}
