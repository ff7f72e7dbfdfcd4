package dev.protection.jdbc.proxy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The driver's statements that run for one statement of the application. The last few are kept by their text, so that a
 * statement run again is prepared once, on the server too.
 */
final class PhysicalStatements {
    private static final int KEPT = 8;

    private final Connection raw;
    private final ResultKind kind;
    private final StatementSettings settings;
    private final Map<Key, PreparedStatement> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
    private volatile @Nullable Statement running;

    PhysicalStatements(Connection raw, ResultKind kind, StatementSettings settings) {
        this.raw = raw;
        this.kind = kind;
        this.settings = settings;
    }

    Connection connection() {
        return raw;
    }

    /** A query whose rows the application gets. */
    PreparedStatement query(String sql) throws SQLException {
        ResultKind physical = physicalKind();
        return ready(new Key(sql, "query", List.of()), () -> physical.prepared(raw, sql), false);
    }

    /**
     * A result held whole by the driver may as well be one that can go back, so that a block of rows is read ahead and
     * its keys are looked up at once. One that is streamed (a fetch size is set) is read row by row.
     */
    private ResultKind physicalKind() {
        boolean blocks = kind.type() == ResultSet.TYPE_FORWARD_ONLY && !settings.has(StatementSettings.Name.FETCH_SIZE);
        int type = blocks ? ResultSet.TYPE_SCROLL_INSENSITIVE : kind.type();
        return new ResultKind(type, ResultSet.CONCUR_READ_ONLY, kind.holdability());
    }

    /** A change; {@code keys} names the generated columns to give back, if any. */
    PreparedStatement change(String sql, List<String> keys) throws SQLException {
        String[] names = keys.toArray(String[]::new);
        return ready(
                new Key(sql, "change", keys),
                () -> names.length == 0 ? raw.prepareStatement(sql) : raw.prepareStatement(sql, names),
                false);
    }

    /** A query whose rows are for ourselves: all of them, read whole before anything else runs. */
    PreparedStatement innerQuery(String sql) throws SQLException {
        return ready(
                new Key(sql, "inner", List.of()),
                () -> raw.prepareStatement(sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY),
                true);
    }

    /** A query whose rows the application gets in another order: all of them, held whole. */
    PreparedStatement sortedQuery(String sql) throws SQLException {
        ResultKind whole =
                new ResultKind(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY, kind.holdability());
        return ready(new Key(sql, "sorted", List.of()), () -> whole.prepared(raw, sql), true);
    }

    /** The application's limit of rows; 0 for none. */
    int maxRows(Statement statement) throws SQLException {
        return settings.maxRows(statement);
    }

    /** A statement beside the application's own: no limit of rows, no cursor name. */
    PreparedStatement helper(String sql) throws SQLException {
        return ready(new Key(sql, "helper", List.of()), () -> raw.prepareStatement(sql), true);
    }

    private PreparedStatement ready(Key key, Preparing preparing, boolean helper) throws SQLException {
        PreparedStatement statement = kept.get(key);
        if (statement == null) {
            makeRoom();
            statement = preparing.prepare();
            kept.put(key, statement);
        }
        if (helper) {
            settings.applyTimeoutTo(statement);
        } else {
            settings.applyTo(statement);
        }
        running = statement;
        return statement;
    }

    private void makeRoom() throws SQLException {
        if (kept.size() >= KEPT) {
            Iterator<PreparedStatement> oldest = kept.values().iterator();
            PreparedStatement statement = oldest.next();
            oldest.remove();
            statement.close();
        }
    }

    /** Called from any thread. */
    void cancel() throws SQLException {
        Statement statement = running;
        if (statement != null) {
            statement.cancel();
        }
    }

    void close() throws SQLException {
        running = null;
        SQLException failure = null;
        for (PreparedStatement statement : kept.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                failure = e;
            }
        }
        kept.clear();
        if (failure != null) {
            throw failure;
        }
    }

    /** Prepares one. */
    private interface Preparing {
        PreparedStatement prepare() throws SQLException;
    }

    /** What makes two physical statements the same. */
    private record Key(String sql, String use, List<String> keys) {}
}
