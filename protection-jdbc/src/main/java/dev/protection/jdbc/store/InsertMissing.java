package dev.protection.jdbc.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the rows whose key is not there yet, and passes over the others without changing or overwriting them.
 *
 * <p>A row that another transaction has inserted and not yet committed is waited for. Give rows in one order on every
 * node, and nobody waits in a circle.
 */
record InsertMissing(String table, String columns, String key) {
    static InsertMissing into(String table, String columns, String key) {
        return new InsertMissing(table, columns, key);
    }

    /** Returns how many rows each of these became: 1, 0 for one that was there, or negative if the driver does not say. */
    int[] run(SqlSession session, Collection<@Nullable Object[]> rows) throws SQLException {
        String values = "(" + columns + ") VALUES (?" + ", ?".repeat(columns.split(",", -1).length - 1) + ")";
        return switch (session.schema().dialect()) {
            case POSTGRESQL ->
                session.batch("INSERT INTO " + table + " " + values + " ON CONFLICT (" + key + ") DO NOTHING", rows);
            case MARIADB -> session.batch("INSERT IGNORE INTO " + table + " " + values, rows);
            case H2 -> oneByOne(session, "INSERT INTO " + table + " " + values, rows);
        };
    }

    /** H2 runs in this process, or takes a batch apart itself, and a failed statement leaves the transaction whole. */
    private static int[] oneByOne(SqlSession session, String sql, Collection<@Nullable Object[]> rows)
            throws SQLException {
        int[] inserted = new int[rows.size()];
        int at = 0;
        try (PreparedStatement statement =
                session.connection().prepareStatement(session.schema().sql(sql))) {
            for (Object[] values : rows) {
                SqlValues.bind(statement, values);
                inserted[at++] = isNew(statement) ? 1 : 0;
            }
        }
        return inserted;
    }

    private static boolean isNew(PreparedStatement insert) throws SQLException {
        try {
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (SqlFailures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }
}
