package dev.protection.jdbc.proxy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One call of an {@code execute} method, as the plan that runs it sees it. */
final class Execution {
    private final PhysicalStatements statements;
    private final List<Bindings> rows;
    private final KeyRequest keys;
    private final boolean inner;

    Execution(PhysicalStatements statements, List<Bindings> rows, KeyRequest keys) {
        this(statements, rows, keys, false);
    }

    private Execution(PhysicalStatements statements, List<Bindings> rows, KeyRequest keys, boolean inner) {
        this.inner = inner;
        this.statements = statements;
        this.rows = List.copyOf(rows);
        this.keys = keys;
    }

    /** An execution of one part of the statement, whose rows the application does not get. */
    Execution part(List<Bindings> parameters, KeyRequest wanted) {
        return new Execution(statements, parameters, wanted, true);
    }

    /** The application's parameters: once, or once per row of a batch. */
    List<Bindings> rows() {
        return rows;
    }

    /** The generated keys the application asked for. */
    KeyRequest keys() {
        return keys;
    }

    /** The driver's connection, for statements beside the application's own in the same transaction. */
    Connection connection() {
        return statements.connection();
    }

    /**
     * Prepares a query whose rows the application gets, with its settings. The statement is kept and closed for the
     * caller.
     */
    PreparedStatement query(String sql) throws SQLException {
        return inner ? statements.innerQuery(sql) : statements.query(sql);
    }

    /** Prepares a query that gives all rows, to be sorted. */
    PreparedStatement sortedQuery(String sql) throws SQLException {
        return statements.sortedQuery(sql);
    }

    /** How many rows of a sorted query the application wants at most; 0 for all. */
    int maxRows(Statement sorted) throws SQLException {
        return inner ? 0 : statements.maxRows(sorted);
    }

    /** Prepares a change that gives back the named generated columns; none if the list is empty. */
    PreparedStatement change(String sql, List<String> generated) throws SQLException {
        return statements.change(sql, generated);
    }

    /** Prepares a statement of ours that runs beside the application's own. */
    PreparedStatement helper(String sql) throws SQLException {
        return statements.helper(sql);
    }
}
