package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Runs a batch of rows for one statement: all in one go, and, where a row fails and the product's driver goes on, each by
 * itself.
 */
final class BatchRun {
    private final Connection raw;
    private final boolean allOrNone;
    private final BatchFailure failed;

    /**
     * A batch.
     *
     * @param bulk whether MariaDB's driver would send the rows as one: an INSERT of which no keys are asked
     */
    BatchRun(Connection raw, Dialect dialect, boolean bulk) {
        this.raw = raw;
        this.allOrNone = dialect == Dialect.POSTGRESQL || (dialect == Dialect.MARIADB && bulk);
        this.failed = new BatchFailure(dialect);
    }

    /** Runs the rows from one index up to, without, another. */
    interface Rows {
        long[] run(int from, int to) throws SQLException;
    }

    long[] run(int rows, Rows batch) throws SQLException {
        try {
            return rows == 1 ? batch.run(0, 1) : new AutocommitTransaction(raw).run(() -> batch.run(0, rows));
        } catch (SQLException e) {
            if (BatchFailure.refusal(e)) {
                throw e;
            }
            if (allOrNone || rows == 1) {
                throw failed.none(rows, e);
            }
        }
        return eachAlone(rows, batch);
    }

    private long[] eachAlone(int rows, Rows batch) throws SQLException {
        long[] counts = new long[rows];
        for (int i = 0; i < rows; i++) {
            try {
                counts[i] = batch.run(i, i + 1)[0];
            } catch (SQLException e) {
                if (BatchFailure.refusal(e)) {
                    throw BatchFailure.refused(Arrays.copyOf(counts, i), e);
                }
                counts[i] = failed.add(e);
            }
        }
        if (failed.any()) {
            throw failed.of(counts);
        }
        return counts;
    }
}
