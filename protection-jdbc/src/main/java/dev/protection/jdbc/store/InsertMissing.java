package dev.protection.jdbc.store;

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

    void run(SqlSession session, Collection<@Nullable Object[]> rows) throws SQLException {
        String values = "(" + columns + ") VALUES (?" + ", ?".repeat(columns.split(",", -1).length - 1) + ")";
        switch (session.schema().dialect()) {
            case POSTGRESQL ->
                session.batch("INSERT INTO " + table + " " + values + " ON CONFLICT (" + key + ") DO NOTHING", rows);
            case MARIADB -> session.batch("INSERT IGNORE INTO " + table + " " + values, rows);
            case H2 -> oneByOne(session, "INSERT INTO " + table + " " + values, rows);
        }
    }

    /** H2 runs in this process, or takes a batch apart itself, and a failed statement leaves the transaction whole. */
    private static void oneByOne(SqlSession session, String sql, Collection<@Nullable Object[]> rows)
            throws SQLException {
        for (Object[] values : rows) {
            try {
                session.update(sql, values);
            } catch (SQLException e) {
                if (!SqlFailures.isDuplicate(e)) {
                    throw e;
                }
            }
        }
    }
}
