package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a batch of texts in their order. Each is analysed when its turn comes, since one before it may have created its
 * table; neighbours that touch nothing protected reach the driver as one batch.
 */
final class TextBatch {
    private final Statement raw;
    private final Planner planner;
    private final Runner runner;
    private final Runnable flushed;
    private final Dialect dialect;
    private final BatchFailure failed;
    private long[] counts = new long[0];
    private int waiting;
    private boolean planned;
    private @Nullable BatchUpdateException ofDriver;

    /** With something to be told whenever texts that were analysed before have run. */
    TextBatch(Statement raw, Planner planner, Runner runner, Runnable flushed, Dialect dialect) {
        this.raw = raw;
        this.planner = planner;
        this.runner = runner;
        this.flushed = flushed;
        this.dialect = dialect;
        this.failed = new BatchFailure(dialect);
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
        if (dialect != Dialect.POSTGRESQL || texts.size() < 2 || !anyPlanned(texts)) {
            return each(texts);
        }
        try {
            return new AutocommitTransaction(raw.getConnection()).run(() -> each(texts));
        } catch (SQLException e) {
            throw BatchFailure.refusal(e) ? e : failed.none(texts.size(), e);
        }
    }

    /** A batch of the driver's own needs nothing around it. */
    private boolean anyPlanned(List<String> texts) {
        for (String sql : texts) {
            try {
                if (planner.plan(sql).isPresent()) {
                    return true;
                }
            } catch (SQLException later) {
                return true;
            }
        }
        return false;
    }

    private long[] each(List<String> texts) throws SQLException {
        for (String sql : texts) {
            step(sql);
        }
        flush();
        if (failed.any()) {
            throw planned || ofDriver == null ? failed.of(counts) : ofDriver;
        }
        return counts;
    }

    private void step(String sql) throws SQLException {
        try {
            Optional<PlannedStatement> plan = planner.plan(sql);
            if (plan.isEmpty()) {
                raw.addBatch(sql);
                waiting++;
            } else if (waiting > 0) {
                // What waited may change what this text means, or create its table.
                flush();
                step(sql);
            } else {
                Calls.requireChange(plan.get());
                planned = true;
                add(runner.run(plan.get()));
            }
        } catch (SQLException e) {
            add(goOn(e));
        }
    }

    private void flush() throws SQLException {
        if (waiting == 0) {
            return;
        }
        waiting = 0;
        try {
            add(Arrays.stream(raw.executeBatch()).asLongStream().toArray());
        } catch (BatchUpdateException e) {
            ofDriver = e;
            goOn(e);
            add(e.getLargeUpdateCounts());
        } finally {
            flushed.run();
        }
    }

    /** The count of a text that failed, where the driver goes on with the others. */
    private long goOn(SQLException failure) throws SQLException {
        raw.clearBatch();
        if (BatchFailure.refusal(failure)) {
            throw BatchFailure.refused(counts, failure);
        }
        if (dialect == Dialect.POSTGRESQL) {
            throw failure;
        }
        return failed.add(failure);
    }

    private void add(long... more) {
        int before = counts.length;
        counts = Arrays.copyOf(counts, before + more.length);
        System.arraycopy(more, 0, counts, before, more.length);
    }
}
