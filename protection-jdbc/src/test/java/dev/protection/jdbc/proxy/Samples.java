package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.ColumnType;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One object of every wrapper class, over raw objects whose calls the test answers. */
final class Samples {
    private final InvocationHandler raw;

    /** Answers every call on a raw object. */
    Samples(InvocationHandler raw) {
        this.raw = raw;
    }

    /** A wrapper and the interface it stands for. */
    record Sample(Class<?> type, Object wrapper) {}

    Map<String, Sample> all() throws SQLException {
        Map<String, Sample> all = new LinkedHashMap<>();
        ProtectedConnection connection = connection();
        ProtectedPreparedStatement prepared = prepared(connection);
        add(all, DataSource.class, new GuardedDataSource(raw(DataSource.class), c -> new NoSession(), "facade"));
        add(all, Connection.class, connection);
        add(all, Statement.class, new ProtectedStatement(raw(Statement.class), ResultKind.DEFAULT, connection));
        add(all, PreparedStatement.class, new IdentityPreparedStatement(raw(PreparedStatement.class), connection));
        add(all, PreparedStatement.class, prepared);
        add(all, CallableStatement.class, new IdentityCallableStatement(raw(CallableStatement.class), connection));
        add(all, ResultSet.class, new IdentityResultSet(raw(ResultSet.class), connection, prepared));
        add(all, ResultSet.class, new ProtectedResultSet(rows(), prepared));
        add(all, DatabaseMetaData.class, new ProtectedDatabaseMetaData(raw(DatabaseMetaData.class), connection));
        add(all, ResultSetMetaData.class, metaData());
        add(all, ParameterMetaData.class, new ProtectedParameterMetaData(new Plan(), new LogicalTypes("H2")));
        add(all, java.sql.Array.class, new IdentityArray(raw(java.sql.Array.class), connection, prepared));
        add(all, java.sql.NClob.class, new TextClob("text"));
        add(all, java.sql.Blob.class, new BytesBlob(new byte[] {1}));
        return all;
    }

    private static void add(Map<String, Sample> all, Class<?> type, Object wrapper) {
        all.put(wrapper.getClass().getSimpleName(), new Sample(type, wrapper));
    }

    ProtectedConnection connection() {
        return new ProtectedConnection(raw(Connection.class), new NoSession(), "facade");
    }

    ProtectedPreparedStatement prepared(ProtectedConnection connection) {
        return new ProtectedPreparedStatement(new Plan(), ResultKind.DEFAULT, KeyRequest.NONE, connection);
    }

    private ProtectedResultSetMetaData metaData() {
        return new ProtectedResultSetMetaData(raw(ResultSetMetaData.class), List.of(COLUMN), new LogicalTypes("H2"));
    }

    private static final LogicalColumn COLUMN =
            new LogicalColumn(1, "name", Optional.of(ColumnType.undeclared(FieldType.TEXT)));

    private Outcome.Rows rows() {
        RowOpener opener = new RowOpener() {
            @Override
            public int[] hidden() {
                return new int[0];
            }

            @Override
            public Block prepare(List<StoredRow> rows) {
                return (row, cell) -> new OpenedCell("value", false);
            }

            @Override
            public void requireNoCell(byte[] bytes) {}

            @Override
            public void close(long rowsRead) {}
        };
        return new Outcome.Rows(raw(ResultSet.class), List.of(COLUMN), opener);
    }

    /** Statements and descriptions are raw objects too. */
    private @Nullable Object answer(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object answer = raw.invoke(proxy, method, arguments);
        boolean raw = method.getReturnType() == Statement.class || method.getReturnType() == DatabaseMetaData.class;
        return answer == null && raw ? raw(method.getReturnType()) : answer;
    }

    <T> T raw(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this::answer));
    }

    /** A value of a type, for calls whose arguments do not matter. */
    static @Nullable Object any(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == String.class) {
            return "name";
        }
        if (type == Class.class) {
            return String.class;
        }
        return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** Plans nothing. */
    private static final class NoSession implements StatementSession {
        @Override
        public Optional<PlannedStatement> plan(String sql) {
            return Optional.empty();
        }

        @Override
        public void prepared(String sql) {
            // Nothing depends on settings.
        }

        @Override
        public void placeChanged() {}

        @Override
        public ColumnFace face(String table, String column) {
            return ColumnFace.PLAIN;
        }

        @Override
        public void beforeCommit() {}

        @Override
        public void transactionEnded() {}
    }

    /** A change with one parameter. */
    private final class Plan implements PlannedStatement {
        @Override
        public int parameters() {
            return 1;
        }

        @Override
        public Optional<FieldType> parameterType(int parameter) {
            return Optional.of(FieldType.TEXT);
        }

        @Override
        public List<LogicalColumn> columns() {
            return List.of();
        }

        @Override
        public boolean query() {
            return false;
        }

        @Override
        public Outcome run(Execution execution) {
            return new Outcome.Changes(new long[] {1}, Optional.empty());
        }

        @Override
        public PreparedStatement describe(Execution execution) {
            return raw(PreparedStatement.class);
        }
    }
}
