package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the driver of a product makes of rows of a batch that fail: the others are done all the same, or none is. Collects
 * the counts and failures of one batch.
 */
final class BatchFailure {
    private final Dialect dialect;
    private final List<SQLException> failures = new ArrayList<>();

    BatchFailure(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Whether it is one of ours, which stops the batch. */
    static boolean refusal(SQLException failure) {
        return failure.getCause() instanceof dev.protection.ProtectionException;
    }

    /** A row that failed: its count. */
    long add(SQLException failure) {
        SQLException first = failure instanceof BatchUpdateException ? failure.getNextException() : failure;
        if (first == null || dialect == Dialect.MARIADB) {
            failures.add(failure);
        } else {
            for (SQLException each = first; each != null; each = each.getNextException()) {
                failures.add(each);
            }
        }
        return Statement.EXECUTE_FAILED;
    }

    boolean any() {
        return !failures.isEmpty();
    }

    /** None of the rows is done. */
    BatchUpdateException none(int rows, SQLException failure) {
        add(failure);
        long[] counts = new long[rows];
        Arrays.fill(counts, Statement.EXECUTE_FAILED);
        return of(counts);
    }

    /** The batch ended with a refusal: what was done before it is told. */
    static SQLException refused(long[] done, SQLException refusal) {
        if (done.length == 0) {
            return refusal;
        }
        BatchUpdateException failure = new BatchUpdateException(
                refusal.getMessage(), refusal.getSQLState(), refusal.getErrorCode(), done, refusal.getCause());
        failure.setNextException(refusal);
        return failure;
    }

    /** As H2 chains the failures, PostgreSQL gives the first both ways, and MariaDB as the cause. */
    BatchUpdateException of(long[] counts) {
        SQLException first = failures.get(0);
        int code = dialect == Dialect.POSTGRESQL ? 0 : first.getErrorCode();
        BatchUpdateException failure = new BatchUpdateException(
                first.getMessage(), first.getSQLState(), code, counts, dialect == Dialect.H2 ? null : first);
        if (dialect == Dialect.H2) {
            failures.forEach(failure::setNextException);
        } else if (dialect == Dialect.POSTGRESQL) {
            failure.setNextException(first);
        }
        return failure;
    }
}
