package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Runs a query whose conditions are answered by values opened right before, and runs it anew when it finds a row that came
 * in between.
 *
 * <p>PostgreSQL ends a transaction in which a statement failed; a savepoint keeps it.
 */
final class OpenedAttempts {
    private static final int MOST = 5;

    private final Connection connection;
    private final Dialect dialect;

    OpenedAttempts(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** One attempt: opens the values, then sends. */
    interface Attempt<T> {
        T run(OpenedCells opened, Sending sending) throws SQLException;
    }

    /** Stands around the sending of the statement. */
    interface Sending {
        <T> T around(Sent<T> sent) throws SQLException;
    }

    /** What is sent. */
    interface Sent<T> {
        T run() throws SQLException;
    }

    <T> T run(Execution execution, dev.protection.core.flow.ReadSession session, Attempt<T> attempt)
            throws SQLException {
        for (int tried = 1; ; tried++) {
            OpenedCells opened = new OpenedCells(execution, session);
            try {
                return attempt.run(opened, sending(opened));
            } catch (SQLException failure) {
                if (!opened.missed(failure)) {
                    throw failure;
                }
                if (tried == MOST) {
                    throw SqlErrors.of(new ChangedMeanwhile());
                }
            }
        }
    }

    private Sending sending(OpenedCells opened) {
        return new Sending() {
            @Override
            public <T> T around(Sent<T> sent) throws SQLException {
                boolean keep = opened.any() && dialect == Dialect.POSTGRESQL && !connection.getAutoCommit();
                return keep ? kept(opened, sent) : sent.run();
            }
        };
    }

    private <T> T kept(OpenedCells opened, Sent<T> sent) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            T result = sent.run();
            connection.releaseSavepoint(savepoint);
            return result;
        } catch (SQLException failure) {
            if (opened.missed(failure)) {
                connection.rollback(savepoint);
            }
            throw failure;
        }
    }
}
