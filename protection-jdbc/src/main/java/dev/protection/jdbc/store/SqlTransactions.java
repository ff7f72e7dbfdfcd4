package dev.protection.jdbc.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs work in one transaction on a store's own connection.
 *
 * <ol>
 *   <li>Work that the database rolled back because of another transaction, or whose connection was lost before its
 *       commit, left nothing behind and is run again, a few times, after a random pause.
 *   <li>A commit that was not answered may have happened: it is reported, and whoever repeats the work must be
 *       idempotent.
 * </ol>
 */
final class SqlTransactions {
    private static final int TRIES = 6;
    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final StoreConnections connections;

    SqlTransactions(StoreConnections connections) {
        this.connections = connections;
    }

    /** What happens inside a transaction; it may run more than once. */
    interface Work<T> {
        T run(SqlSession session) throws SQLException;
    }

    /** Work without a result. */
    interface Step {
        void run(SqlSession session) throws SQLException;
    }

    StoreSchema schema() {
        return connections.schema();
    }

    void run(Step step) {
        call(session -> {
            step.run(session);
            return Boolean.TRUE;
        });
    }

    <T> T call(Work<T> work) {
        StoreSchema schema = connections.schema();
        for (int tries = 1; ; tries++) {
            try (StoreConnections.Lease lease = connections.lease()) {
                T result = attempt(lease, schema, work);
                lease.connection().commit();
                return result;
            } catch (Unfinished e) {
                if (tries == TRIES || !e.again) {
                    throw SqlFailures.unavailable(connections.store(), e.failure);
                }
                pause(tries);
            } catch (SQLException e) {
                throw SqlFailures.unavailable(connections.store(), e);
            }
        }
    }

    private static <T> T attempt(StoreConnections.Lease lease, StoreSchema schema, Work<T> work) throws Unfinished {
        Connection connection = lease.connection();
        try {
            connection.setAutoCommit(false);
            return work.run(new SqlSession(connection, schema));
        } catch (SQLException e) {
            boolean lost = SqlFailures.isConnectionLost(e);
            if (lost) {
                lease.broken();
            }
            throw new Unfinished(e, lost || SqlFailures.isConflict(e));
        }
    }

    private static void pause(int tries) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS << tries));
    }

    /** A transaction that ended before its commit. */
    private static final class Unfinished extends Exception {
        private static final long serialVersionUID = 1L;

        private final SQLException failure;
        private final boolean again;

        Unfinished(SQLException failure, boolean again) {
            super(null, null, false, false);
            this.failure = failure;
            this.again = again;
        }
    }
}
