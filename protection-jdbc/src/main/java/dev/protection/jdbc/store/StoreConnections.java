package dev.protection.jdbc.store;

import dev.protection.StoreUnavailableException;
import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The stores' own few connections to one place, never the application's pool: a business transaction that holds the
 * application's last connection must still get a key. Served in order of arrival; safe for use by many threads.
 */
final class StoreConnections implements AutoCloseable {
    /** Idle for longer than this, a connection is tried before it is given out. */
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int SECONDS_TO_VALIDATE = 2;

    private final String store;
    private final StoreUrl url;
    private final Duration patience;
    private final Semaphore permits;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile @Nullable StoreSchema schema;
    private volatile boolean closed;

    private record Idle(Connection connection, long since) {}

    StoreConnections(String store, StoreUrl url, int size, Duration patience) {
        this.store = store;
        this.url = url;
        this.patience = patience;
        this.permits = new Semaphore(size, true);
    }

    /** A connection on loan; closing gives it back. */
    final class Lease implements AutoCloseable {
        private final Connection connection;
        private boolean broken;

        private Lease(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return connection;
        }

        /** The connection is not to be used again. */
        void broken() {
            broken = true;
        }

        @Override
        public void close() {
            try {
                if (broken || closed || !reset(connection)) {
                    closeQuietly(connection);
                } else {
                    idle.push(new Idle(connection, System.nanoTime()));
                }
            } finally {
                permits.release();
            }
        }
    }

    /**
     * Lends a connection in autocommit mode at READ COMMITTED.
     *
     * @throws StoreUnavailableException when none is free in time, or the server cannot be reached
     */
    Lease lease() {
        try {
            return take();
        } catch (SQLException e) {
            throw SqlFailures.unavailable(store, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(store, e);
        }
    }

    String store() {
        return store;
    }

    /** Where the tables are, as the first connection told. */
    StoreSchema schema() {
        if (schema == null) {
            lease().close();
        }
        return Objects.requireNonNull(schema);
    }

    private Lease take() throws SQLException, InterruptedException {
        if (closed) {
            throw new SQLException("closed", "08003");
        }
        if (!permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new SQLTimeoutException("all of the store's connections are in use", "HYT00");
        }
        try {
            return new Lease(usable());
        } catch (SQLException | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    private Connection usable() throws SQLException {
        for (Idle next = idle.poll(); next != null; next = idle.poll()) {
            if (System.nanoTime() - next.since() < TRUSTED_NANOS || isValid(next.connection())) {
                return next.connection();
            }
            closeQuietly(next.connection());
        }
        return connect();
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url.url(), url.properties());
        try {
            StoreSchema found = StoreSchema.of(connection);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sessionSettings(found.dialect()));
            }
            schema = found;
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** Waiting for a lock is bounded, and MariaDB refuses what does not fit instead of cutting it. */
    private static String sessionSettings(Dialect dialect) {
        return switch (dialect) {
            case H2 -> "SET LOCK_TIMEOUT 30000";
            case POSTGRESQL -> "SET lock_timeout = '30s'";
            case MARIADB -> "SET SESSION sql_mode = 'STRICT_ALL_TABLES', innodb_lock_wait_timeout = 30";
        };
    }

    private static boolean reset(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean isValid(Connection connection) {
        try {
            return connection.isValid(SECONDS_TO_VALIDATE);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is being thrown away: that it could not say good-bye changes nothing.
            return;
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Idle next = idle.poll(); next != null; next = idle.poll()) {
            closeQuietly(next.connection());
        }
    }
}
