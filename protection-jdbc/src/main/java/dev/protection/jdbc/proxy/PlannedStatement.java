package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A statement text that touches protected datasets, analysed for one connection; it can be run any number of times. */
interface PlannedStatement {

    /** How many parameters the application may set. */
    int parameters();

    /** The type of a parameter that becomes the value of a sealed field, or is compared with one; else empty. */
    Optional<FieldType> parameterType(int parameter);

    /** What the application gets as columns; empty unless the statement is a query. */
    List<LogicalColumn> columns();

    /** Whether the statement gives rows (and not a count). */
    boolean query();

    /** Whether it is a plain INSERT, whose rows a driver may send as one. */
    default boolean inserts() {
        return false;
    }

    /**
     * Runs the statement once, or once per row of a batch.
     *
     * @param execution the parameters, and the way to physical statements
     * @return what the application gets; the counts of a batch in the order of its rows
     * @throws SQLException refused (nothing changed) or failed
     */
    Outcome run(Execution execution) throws SQLException;

    /**
     * Prepares, without running it, a physical statement whose description is that of this statement.
     *
     * @param execution the way to physical statements; its parameters may be missing
     * @return a statement that is never run
     * @throws SQLException refused or failed
     */
    PreparedStatement describe(Execution execution) throws SQLException;
}
