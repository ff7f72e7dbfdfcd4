package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Makes one step of several statements: in autocommit a transaction of its own, else a savepoint in the application's.
 */
final class AutocommitTransaction {
    private final Connection raw;

    AutocommitTransaction(Connection raw) {
        this.raw = raw;
    }

    /** The statements of a step. */
    interface Step<T> {
        T run() throws SQLException;
    }

    <T> T run(Step<T> step) throws SQLException {
        return raw.getAutoCommit() ? alone(step) : within(step);
    }

    private <T> T alone(Step<T> step) throws SQLException {
        raw.setAutoCommit(false);
        boolean done = false;
        try {
            T result = step.run();
            raw.commit();
            done = true;
            return result;
        } finally {
            try {
                if (!done) {
                    raw.rollback();
                }
            } finally {
                raw.setAutoCommit(true);
            }
        }
    }

    private <T> T within(Step<T> step) throws SQLException {
        Savepoint before = raw.setSavepoint();
        boolean done = false;
        try {
            T result = step.run();
            done = true;
            raw.releaseSavepoint(before);
            return result;
        } catch (SQLException failure) {
            done = aborted();
            throw failure;
        } finally {
            if (!done) {
                raw.rollback(before);
            }
        }
    }

    /** Where the database takes nothing more after a failed statement (PostgreSQL), it is left to the application so. */
    private boolean aborted() throws SQLException {
        if (Dialect.of(raw.getMetaData().getDatabaseProductName()).orElse(Dialect.H2) != Dialect.POSTGRESQL) {
            return false;
        }
        try {
            raw.releaseSavepoint(raw.setSavepoint());
            return false;
        } catch (SQLException refused) {
            return true;
        }
    }
}
