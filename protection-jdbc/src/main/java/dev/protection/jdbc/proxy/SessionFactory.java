package dev.protection.jdbc.proxy;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens the session of each new connection of one data source. Safe for use by several threads. */
interface SessionFactory {

    /**
     * Opens a session.
     *
     * @param raw the driver's connection, or that of another pool
     * @return the session
     * @throws SQLException if the database cannot be protected, or was not declared
     */
    StatementSession open(Connection raw) throws SQLException;
}
