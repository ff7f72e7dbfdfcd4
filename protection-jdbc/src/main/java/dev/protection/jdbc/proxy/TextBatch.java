package dev.protection.jdbc.proxy;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Runs a batch of texts in their order. Each is analysed when its turn comes, since one before it may have created its
 * table; neighbours that touch nothing protected reach the driver as one batch.
 */
final class TextBatch {
    private final Statement raw;
    private final Planner planner;
    private final Runner runner;
    private final Runnable flushed;
    private long[] counts = new long[0];
    private int waiting;

    /** With something to be told whenever texts that were analysed before have run. */
    TextBatch(Statement raw, Planner planner, Runner runner, Runnable flushed) {
        this.raw = raw;
        this.planner = planner;
        this.runner = runner;
        this.flushed = flushed;
    }

    /** Analyses a text. */
    interface Planner {
        Optional<PlannedStatement> plan(String sql) throws SQLException;
    }

    /** Runs a planned text and gives its count. */
    interface Runner {
        long run(PlannedStatement plan) throws SQLException;
    }

    long[] run(List<String> texts) throws SQLException {
        try {
            for (String sql : texts) {
                step(sql);
            }
            flush();
            return counts;
        } catch (BatchUpdateException e) {
            raw.clearBatch();
            add(e.getLargeUpdateCounts());
            throw failedAfter(e);
        } catch (SQLException e) {
            raw.clearBatch();
            throw counts.length == 0 ? e : failedAfter(e);
        }
    }

    private void step(String sql) throws SQLException {
        Optional<PlannedStatement> plan = planner.plan(sql);
        if (plan.isEmpty()) {
            raw.addBatch(sql);
            waiting++;
            return;
        }
        if (waiting > 0) {
            // What waited may change what this text means, or create its table.
            flush();
            step(sql);
            return;
        }
        Calls.requireChange(plan.get());
        add(runner.run(plan.get()));
    }

    private void flush() throws SQLException {
        if (waiting > 0) {
            waiting = 0;
            try {
                add(Arrays.stream(raw.executeBatch()).asLongStream().toArray());
            } finally {
                flushed.run();
            }
        }
    }

    private void add(long... more) {
        int before = counts.length;
        counts = Arrays.copyOf(counts, before + more.length);
        System.arraycopy(more, 0, counts, before, more.length);
    }

    private SQLException failedAfter(SQLException e) {
        BatchUpdateException failure =
                new BatchUpdateException(e.getMessage(), e.getSQLState(), e.getErrorCode(), counts, e.getCause());
        failure.setNextException(e);
        return failure;
    }
}
