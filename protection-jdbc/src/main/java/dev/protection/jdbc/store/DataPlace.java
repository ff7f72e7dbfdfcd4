package dev.protection.jdbc.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Tells whether the library's tables for the data stand where a connection of the application leads. */
public final class DataPlace {
    private DataPlace() {}

    /**
     * Looks for the outbox, which every change of protected data writes to in its own transaction.
     *
     * @param connection the application's connection, as the driver made it, with no transaction begun
     * @return whether it is there
     * @throws SQLException when the database does not answer
     */
    public static boolean isReachedBy(Connection connection) throws SQLException {
        try {
            new SqlSession(connection, StoreSchema.of(connection))
                    .first("SELECT 1 FROM protection.outbox WHERE 1 = 0", row -> true);
            return true;
        } catch (SQLException e) {
            if (SqlFailures.isNoSuchTable(e)) {
                return false;
            }
            throw e;
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }
}
