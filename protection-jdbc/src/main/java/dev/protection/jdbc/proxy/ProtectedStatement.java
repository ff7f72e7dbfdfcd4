package dev.protection.jdbc.proxy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement that analyses each text it is given; one that touches nothing protected goes to the driver as it is. */
final class ProtectedStatement extends OutcomeStatement {
    private static final List<Bindings> NO_PARAMETERS = List.of(Bindings.NONE);

    private final Statement raw;
    private final List<String> batch = new ArrayList<>();

    ProtectedStatement(Statement raw, ResultKind kind, ProtectedConnection connection) {
        super(kind, connection);
        this.raw = raw;
    }

    @Override
    Statement delegate() {
        return raw;
    }

    /** The driver's own way to run a text. */
    private interface Untouched<T> {
        T run() throws SQLException;
    }

    private Optional<PlannedStatement> plan(String sql) throws SQLException {
        forgetResults();
        connection().words().refuseRepeating(sql);
        return guard(() -> connection().session().plan(sql));
    }

    private Results run(PlannedStatement plan, KeyRequest keys) throws SQLException {
        return run(plan, execution(NO_PARAMETERS, keys));
    }

    @Override
    public @Nullable ResultSet executeQuery(String sql) throws SQLException {
        Optional<PlannedStatement> plan = plan(sql);
        if (plan.isEmpty()) {
            return owned(raw.executeQuery(sql));
        }
        Calls.requireQuery(plan.get());
        return run(plan.get(), KeyRequest.NONE).rows().orElseThrow();
    }

    private boolean execute(String sql, KeyRequest keys, Untouched<Boolean> untouched) throws SQLException {
        Optional<PlannedStatement> plan = plan(sql);
        return plan.isEmpty() ? untouched.run() : run(plan.get(), keys).rows().isPresent();
    }

    private long update(String sql, KeyRequest keys, Untouched<Long> untouched) throws SQLException {
        Optional<PlannedStatement> plan = plan(sql);
        if (plan.isEmpty()) {
            return untouched.run();
        }
        Calls.requireChange(plan.get());
        return run(plan.get(), keys).count();
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return execute(sql, KeyRequest.NONE, () -> raw.execute(sql));
    }

    @Override
    public boolean execute(String sql, int keys) throws SQLException {
        return execute(sql, KeyRequest.of(keys), () -> raw.execute(sql, keys));
    }

    @Override
    public boolean execute(String sql, int[] keys) throws SQLException {
        return execute(sql, new KeyRequest.Ordinals(keys), () -> raw.execute(sql, keys));
    }

    @Override
    public boolean execute(String sql, String[] keys) throws SQLException {
        return execute(sql, new KeyRequest.Names(keys), () -> raw.execute(sql, keys));
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return Results.small(update(sql, KeyRequest.NONE, () -> (long) raw.executeUpdate(sql)));
    }

    @Override
    public int executeUpdate(String sql, int keys) throws SQLException {
        return Results.small(update(sql, KeyRequest.of(keys), () -> (long) raw.executeUpdate(sql, keys)));
    }

    @Override
    public int executeUpdate(String sql, int[] keys) throws SQLException {
        return Results.small(update(sql, new KeyRequest.Ordinals(keys), () -> (long) raw.executeUpdate(sql, keys)));
    }

    @Override
    public int executeUpdate(String sql, String[] keys) throws SQLException {
        return Results.small(update(sql, new KeyRequest.Names(keys), () -> (long) raw.executeUpdate(sql, keys)));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return update(sql, KeyRequest.NONE, () -> raw.executeLargeUpdate(sql));
    }

    @Override
    public long executeLargeUpdate(String sql, int keys) throws SQLException {
        return update(sql, KeyRequest.of(keys), () -> raw.executeLargeUpdate(sql, keys));
    }

    @Override
    public long executeLargeUpdate(String sql, int[] keys) throws SQLException {
        return update(sql, new KeyRequest.Ordinals(keys), () -> raw.executeLargeUpdate(sql, keys));
    }

    @Override
    public long executeLargeUpdate(String sql, String[] keys) throws SQLException {
        return update(sql, new KeyRequest.Names(keys), () -> raw.executeLargeUpdate(sql, keys));
    }

    private void requireOpen() throws SQLException {
        if (raw.isClosed()) {
            throw new SQLException("the statement is closed", "24000");
        }
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        requireOpen();
        batch.add(sql);
    }

    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
        batch.clear();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return Calls.small(executeLargeBatch());
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        requireOpen();
        List<String> texts = List.copyOf(batch);
        batch.clear();
        return new TextBatch(
                        raw,
                        sql -> plan(sql),
                        plan -> run(plan, KeyRequest.NONE).count(),
                        connection().session()::placeChanged,
                        connection().types().dialect())
                .run(texts);
    }

    @Override
    public void cancel() throws SQLException {
        raw.cancel();
        super.cancel();
    }

    @Override
    public void close() throws SQLException {
        try (Statement closing = raw) {
            super.close();
        }
    }
}
