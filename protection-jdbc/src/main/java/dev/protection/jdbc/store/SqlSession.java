package dev.protection.jdbc.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the stores' statements on one connection. */
final class SqlSession {
    /** Longer lists are sent in pieces of this many. */
    static final int CHUNK = 256;

    /** PostgreSQL's state for corrupted data. */
    private static final String DAMAGED = "XX001";

    private final Connection connection;
    private final StoreSchema schema;

    SqlSession(Connection connection, StoreSchema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Makes something of a row. */
    interface Reader<T> {
        T read(SqlRow row) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    StoreSchema schema() {
        return schema;
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(schema.sql(sql))) {
            SqlValues.bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** Sends one statement for many rows of values; returns how many rows each changed, as far as the driver says. */
    int[] batch(String sql, Collection<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = connection.prepareStatement(schema.sql(sql))) {
            for (Object[] values : rows) {
                SqlValues.bind(statement, values);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(schema.sql(sql))) {
            SqlValues.bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                SqlRow row = new SqlRow(rows);
                while (rows.next()) {
                    found.add(made(reader, row));
                }
                return found;
            }
        }
    }

    /** A row that the library cannot have written; what stands there is not quoted. */
    private static <T> T made(Reader<T> reader, SqlRow row) throws SQLException {
        try {
            return reader.read(row);
        } catch (IllegalArgumentException | NullPointerException damaged) {
            throw new SQLException("a stored row is damaged", DAMAGED);
        }
    }

    <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) throws SQLException {
        return query(sql, reader, values).stream().findFirst();
    }

    /** Runs a query whose text ends where a list in parentheses has to follow, in pieces when the list is long. */
    <T> List<T> queryIn(String sql, Reader<T> reader, Collection<?> list) throws SQLException {
        return queryIn(sql, "", reader, list);
    }

    /** As above, with more text after the list. */
    <T> List<T> queryIn(String sql, String after, Reader<T> reader, Collection<?> list) throws SQLException {
        List<T> found = new ArrayList<>();
        for (List<Object> piece : pieces(list)) {
            found.addAll(query(sql + marks(piece.size()) + after, reader, piece.toArray()));
        }
        return found;
    }

    /** Runs an update whose text ends where a list in parentheses has to follow; the first values go before it. */
    int updateIn(String sql, Collection<?> list, @Nullable Object... before) throws SQLException {
        int changed = 0;
        for (List<Object> piece : pieces(list)) {
            List<@Nullable Object> values = new ArrayList<@Nullable Object>(Arrays.asList(before));
            values.addAll(piece);
            changed += update(sql + marks(piece.size()), values.toArray());
        }
        return changed;
    }

    private static List<List<Object>> pieces(Collection<?> list) {
        List<Object> all = new ArrayList<>(list);
        List<List<Object>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            pieces.add(padded(all.subList(from, Math.min(all.size(), from + CHUNK))));
        }
        return pieces;
    }

    /** Repeats the last value up to a power of two, so that few different texts reach the server's plan cache. */
    private static List<Object> padded(List<Object> piece) {
        List<Object> padded = new ArrayList<>(piece);
        while (Integer.bitCount(padded.size()) != 1) {
            padded.add(piece.get(piece.size() - 1));
        }
        return padded;
    }

    private static String marks(int count) {
        return "(?" + ", ?".repeat(count - 1) + ")";
    }
}
