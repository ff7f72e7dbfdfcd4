package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A prepared statement that touches protected datasets: it keeps the parameters and lets its plan run. */
final class ProtectedPreparedStatement extends StreamSetters {
    private final PlannedStatement plan;
    private final KeyRequest keys;
    private final @Nullable Binding[] current;
    private final List<Bindings> batch = new ArrayList<>();
    private @Nullable Statement settingsHolder;
    private boolean closed;

    ProtectedPreparedStatement(
            PlannedStatement plan, ResultKind kind, KeyRequest keys, ProtectedConnection connection) {
        super(kind, connection);
        this.plan = plan;
        this.keys = keys;
        this.current = new Binding[plan.parameters()];
    }

    /** A statement of the driver that never runs: it checks settings and knows their defaults. */
    @Override
    Statement delegate() throws SQLException {
        requireOpen();
        Statement holder = settingsHolder;
        if (holder == null) {
            holder = kind().statement(connection().delegate());
            // PostgreSQL's driver calls prepared statements poolable, others do not.
            holder.setPoolable(connection().types().dialect() == Dialect.POSTGRESQL);
            settingsHolder = holder;
        }
        return holder;
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw new SQLException("the statement is closed", "24000");
        }
    }

    @Override
    void bind(int index, Binding binding) throws SQLException {
        requireOpen();
        if (index < 1 || index > current.length) {
            throw new SQLException("parameter " + index + " does not exist, there are " + current.length, "07009");
        }
        current[index - 1] = binding;
    }

    @Override
    public void clearParameters() throws SQLException {
        requireOpen();
        Arrays.fill(current, null);
    }

    private Results run() throws SQLException {
        requireOpen();
        return run(plan, execution(List.of(new Bindings(current)), keys));
    }

    @Override
    public boolean execute() throws SQLException {
        return run().rows().isPresent();
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        Calls.requireQuery(plan);
        return run().rows().orElseThrow();
    }

    @Override
    public int executeUpdate() throws SQLException {
        return Results.small(executeLargeUpdate());
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        Calls.requireChange(plan);
        return run().count();
    }

    @Override
    public void addBatch() throws SQLException {
        requireOpen();
        Bindings row = new Bindings(current);
        row.settle();
        batch.add(row);
    }

    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
        batch.clear();
    }

    @Override
    public void cancel() throws SQLException {
        requireOpen();
        super.cancel();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return Calls.small(executeLargeBatch());
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        requireOpen();
        Calls.requireChange(plan);
        List<Bindings> rows = List.copyOf(batch);
        batch.clear();
        if (rows.isEmpty()) {
            return new long[0];
        }
        boolean bulk = plan.inserts() && keys instanceof KeyRequest.None;
        return new BatchRun(connection().delegate(), connection().types().dialect(), bulk)
                .run(
                        rows.size(),
                        (from, to) -> run(plan, execution(rows.subList(from, to), keys))
                                .counts());
    }

    @Override
    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        if (!plan.query()) {
            return null;
        }
        ResultSetMetaData physical = guard(() ->
                plan.describe(execution(List.of(new Bindings(current)), keys)).getMetaData());
        return new ProtectedResultSetMetaData(
                physical, plan.columns(), connection().types());
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        requireOpen();
        return new ProtectedParameterMetaData(plan, connection().types());
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        Statement holder = settingsHolder;
        try {
            super.close();
        } finally {
            if (holder != null) {
                holder.close();
            }
        }
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed || connection().isClosed();
    }
}
