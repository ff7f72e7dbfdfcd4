package dev.protection.jdbc.proxy;

import java.sql.SQLException;
import java.util.Optional;

/**
 * What one protected connection knows about protection. The wrappers hold JDBC's rules, the session everything else: it
 * analyses texts, decides, seals, opens and records. Used by one thread at a time, like its connection.
 */
interface StatementSession {

    /**
     * Analyses a statement text.
     *
     * @param sql the text as the application gave it
     * @return empty if it touches nothing protected and may reach the driver as it is
     * @throws SQLException if it touches a protected dataset and cannot be proved safe; nothing was sent
     */
    Optional<PlannedStatement> plan(String sql) throws SQLException;

    /**
     * Says how a stored column looks to the application.
     *
     * @param table the table's name without its schema, as the catalogue has it
     * @param column the column's name, as the catalogue has it
     */
    ColumnFace face(String table, String column);

    /**
     * Called when a text that touches nothing protected was prepared: it may run at any time from now on.
     *
     * @param sql the text as the application gave it
     */
    void prepared(String sql);

    /** Called when unqualified names may mean other tables than before: another schema, another catalogue. */
    void placeChanged();

    /**
     * Called before a transaction is committed, by the application or by the end of its autocommit statement's result.
     *
     * @throws SQLException if what must be recorded with it cannot be; the transaction is then not committed
     */
    void beforeCommit() throws SQLException;

    /**
     * Called after commit and rollback and before the connection is closed: the records of reads that wait are made
     * durable.
     *
     * @throws SQLException if they cannot be
     */
    void transactionEnded() throws SQLException;
}
