package dev.protection.jdbc.proxy;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A connection on which every statement is analysed before anything is sent. */
final class ProtectedConnection extends DelegatingConnection {
    private final Connection raw;
    private final StatementSession session;
    private final Object facade;
    private final OpenReads reads = new OpenReads();
    private final ServerWords words = new ServerWords();
    private @Nullable LogicalTypes types;

    ProtectedConnection(Connection raw, StatementSession session, Object facade) {
        this.raw = raw;
        this.session = session;
        this.facade = facade;
    }

    /** A connection with a session of its own; the driver's is closed if there can be none. */
    static Connection over(Connection raw, SessionFactory sessions, Object facade) throws SQLException {
        try {
            return new ProtectedConnection(raw, OutcomeStatement.guard(() -> sessions.open(raw)), facade);
        } catch (SQLException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    @Override
    Connection delegate() {
        return raw;
    }

    /** How the database names types; asked for once. */
    LogicalTypes types() throws SQLException {
        LogicalTypes known = types;
        if (known == null) {
            known = new LogicalTypes(raw.getMetaData().getDatabaseProductName());
            types = known;
        }
        return known;
    }

    StatementSession session() {
        return session;
    }

    /** What the database says beside its answers. */
    ServerWords words() {
        return words;
    }

    @Override
    public @Nullable SQLWarning getWarnings() throws SQLException {
        return words.warnings(raw.getWarnings());
    }

    /** The reads that end with this connection, if not before. */
    OpenReads reads() {
        return reads;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(facade) ? type.cast(facade) : super.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(facade) || super.isWrapperFor(type);
    }

    @Override
    public Statement createStatement() throws SQLException {
        return statement(ResultKind.DEFAULT);
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        return statement(new ResultKind(type, concurrency));
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return statement(new ResultKind(type, concurrency, holdability));
    }

    private Statement statement(ResultKind kind) throws SQLException {
        return new ProtectedStatement(kind.statement(raw), kind, this);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return prepared(sql, ResultKind.DEFAULT);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        return prepared(sql, new ResultKind(type, concurrency));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return prepared(sql, new ResultKind(type, concurrency, holdability));
    }

    private Optional<PlannedStatement> plan(String sql) throws SQLException {
        words.refuseRepeating(sql);
        return OutcomeStatement.guard(() -> session.plan(sql));
    }

    private PreparedStatement prepared(String sql, ResultKind kind) throws SQLException {
        Optional<PlannedStatement> plan = plan(sql);
        return plan.isPresent()
                ? new ProtectedPreparedStatement(plan.get(), kind, KeyRequest.NONE, this)
                : untouched(sql, () -> kind.prepared(raw, sql));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
        return prepared(sql, KeyRequest.of(keys), () -> raw.prepareStatement(sql, keys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] keys) throws SQLException {
        return prepared(sql, new KeyRequest.Ordinals(keys), () -> raw.prepareStatement(sql, keys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] keys) throws SQLException {
        return prepared(sql, new KeyRequest.Names(keys), () -> raw.prepareStatement(sql, keys));
    }

    private PreparedStatement prepared(String sql, KeyRequest keys, Preparing untouched) throws SQLException {
        Optional<PlannedStatement> plan = plan(sql);
        return plan.isPresent()
                ? new ProtectedPreparedStatement(plan.get(), ResultKind.DEFAULT, keys, this)
                : untouched(sql, untouched);
    }

    private PreparedStatement untouched(String sql, Preparing preparing) throws SQLException {
        session.prepared(sql);
        return new IdentityPreparedStatement(preparing.prepare(), this);
    }

    /** Prepares on the driver's connection. */
    private interface Preparing {
        PreparedStatement prepare() throws SQLException;
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        refuseProtectedCall(sql);
        return new IdentityCallableStatement(raw.prepareCall(sql), this);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        refuseProtectedCall(sql);
        return new IdentityCallableStatement(raw.prepareCall(sql, type, concurrency), this);
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        refuseProtectedCall(sql);
        return new IdentityCallableStatement(raw.prepareCall(sql, type, concurrency, holdability), this);
    }

    private void refuseProtectedCall(String sql) throws SQLException {
        if (plan(sql).isPresent()) {
            throw SqlErrors.of(JdbcRefusal.call());
        }
        session.prepared(sql);
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
        return new ProtectedDatabaseMetaData(raw.getMetaData(), this);
    }

    @Override
    public Array createArrayOf(String type, Object[] elements) throws SQLException {
        return new IdentityArray(raw.createArrayOf(type, elements), this, null);
    }

    @Override
    public void setAutoCommit(boolean automatic) throws SQLException {
        if (automatic && !raw.getAutoCommit()) {
            session.beforeCommit();
            ending(() -> raw.setAutoCommit(true));
            session.transactionEnded();
            return;
        }
        raw.setAutoCommit(automatic);
    }

    /** A call of the driver that ends the transaction. */
    private interface Ending {
        void run() throws SQLException;
    }

    private void ending(Ending call) throws SQLException {
        try {
            call.run();
        } catch (SQLException e) {
            throw words.atCommit(e);
        } finally {
            words.transactionEnded();
        }
    }

    @Override
    public void commit() throws SQLException {
        session.beforeCommit();
        ending(raw::commit);
        session.transactionEnded();
    }

    @Override
    public void rollback() throws SQLException {
        ending(raw::rollback);
        session.transactionEnded();
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        raw.rollback(savepoint);
        session.placeChanged();
    }

    @Override
    public void setSchema(String schema) throws SQLException {
        raw.setSchema(schema);
        session.placeChanged();
    }

    @Override
    public void setCatalog(String catalog) throws SQLException {
        raw.setCatalog(catalog);
        session.placeChanged();
    }

    @Override
    public void close() throws SQLException {
        try (Connection closing = raw) {
            reads.end();
            if (!closing.isClosed()) {
                session.transactionEnded();
            }
        }
    }

    /** The driver's connection goes first: whoever aborts wants it gone, whatever the stores answer. */
    @Override
    public void abort(Executor executor) throws SQLException {
        try {
            raw.abort(executor);
        } finally {
            reads.end();
        }
    }

    /** A value of the driver that leads further into the driver: under this connection; any other as it is. */
    @Nullable
    Object guarded(@Nullable Object value, @Nullable Statement owner) {
        if (value instanceof ResultSet rows) {
            return new IdentityResultSet(rows, this, owner);
        }
        return value instanceof Array array ? IdentityArray.of(array, this, owner) : value;
    }

    /** The same for a value asked for by its type; a type of the driver's own is not given out. */
    <T> @Nullable T guarded(@Nullable T value, Class<T> type, @Nullable Statement owner) throws SQLException {
        Object wrapped = guarded(value, owner);
        if (wrapped != value && !type.isInstance(wrapped)) {
            throw SqlErrors.of(JdbcRefusal.unwrap(type));
        }
        return type.isPrimitive() ? value : type.cast(wrapped);
    }
}
