package dev.protection.jdbc.proxy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of one planned statement, as JDBC lets an application walk through it. */
final class Results {
    private final Optional<ProtectedResultSet> rows;
    private final long[] counts;
    private final Optional<ResultSet> generatedKeys;
    private boolean finished;

    private Results(Optional<ProtectedResultSet> rows, long[] counts, Optional<ResultSet> generatedKeys) {
        this.rows = rows;
        this.counts = counts;
        this.generatedKeys = generatedKeys;
    }

    static Results of(Outcome outcome, OutcomeStatement owner) throws SQLException {
        if (outcome instanceof Outcome.Rows rows) {
            return new Results(Optional.of(new ProtectedResultSet(rows, owner)), new long[0], Optional.empty());
        }
        Outcome.Changes changes = (Outcome.Changes) outcome;
        return new Results(Optional.empty(), changes.counts(), changes.generatedKeys());
    }

    /** The rows, while they are the current result. */
    Optional<ProtectedResultSet> rows() {
        return finished ? Optional.empty() : rows;
    }

    /** All counts of a batch. */
    long[] counts() {
        return counts;
    }

    /** The count, while it is the current result; else -1. */
    long count() {
        return finished || rows.isPresent() || counts.length == 0 ? -1 : counts[0];
    }

    Optional<ResultSet> generatedKeys() {
        return generatedKeys;
    }

    /** Goes past the current result. */
    void finish(boolean close) throws SQLException {
        finished = true;
        if (close) {
            close();
        }
    }

    void close() throws SQLException {
        @Nullable ProtectedResultSet open = rows.orElse(null);
        if (open != null) {
            open.close();
        }
    }

    /** A count as an {@code int}, as the old methods of JDBC give it. */
    static int small(long count) {
        return count > Integer.MAX_VALUE ? java.sql.Statement.SUCCESS_NO_INFO : (int) count;
    }
}
