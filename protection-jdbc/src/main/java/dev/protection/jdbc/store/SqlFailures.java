package dev.protection.jdbc.store;

import dev.protection.StoreUnavailableException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;

/** What a failure of the database means, told by its SQLState; servers' messages can carry values and stay here. */
final class SqlFailures {
    private static final Set<String> DUPLICATE = Set.of("23000", "23505");
    private static final Set<String> CONFLICT = Set.of("40001", "40P01");
    private static final Set<String> LOCK_TIMEOUT = Set.of("55P03", "HYT00");

    /** Of PostgreSQL (table, schema), MariaDB (table), H2 (table, in an empty schema, schema). */
    private static final Set<String> NO_SUCH_TABLE = Set.of("42P01", "3F000", "42S02", "42S03", "42S04", "90079");

    private static final int MARIADB_DUPLICATE = 1062;
    private static final int MARIADB_LOCK_TIMEOUT = 1205;
    private static final int MARIADB_NO_SUCH_DATABASE = 1049;

    private SqlFailures() {}

    static boolean isDuplicate(SQLException failure) {
        String state = state(failure);
        return DUPLICATE.contains(state) && (!state.equals("23000") || code(failure) == MARIADB_DUPLICATE);
    }

    /**
     * The database rolled the transaction back because of another one, or another one was quicker to insert the same
     * row: it can be run again, and then sees what the other one did.
     */
    static boolean isConflict(SQLException failure) {
        return CONFLICT.contains(state(failure)) || isDuplicate(failure);
    }

    /** Another transaction holds a lock for longer than this one may wait. */
    static boolean isLockTimeout(SQLException failure) {
        return LOCK_TIMEOUT.contains(state(failure)) || code(failure) == MARIADB_LOCK_TIMEOUT;
    }

    /** The connection is gone: nothing of an uncommitted transaction is left. */
    static boolean isConnectionLost(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("9006") || state.equals("90121");
    }

    static boolean isNoSuchTable(SQLException failure) {
        return NO_SUCH_TABLE.contains(state(failure)) || code(failure) == MARIADB_NO_SUCH_DATABASE;
    }

    static StoreUnavailableException unavailable(String store, SQLException failure) {
        SQLException bare = new SQLException(
                "SQLState " + state(failure) + ", vendor code " + code(failure), state(failure), code(failure));
        bare.setStackTrace(failure.getStackTrace());
        return new StoreUnavailableException(store, bare);
    }

    static String state(SQLException failure) {
        SQLException told = told(failure);
        return told.getSQLState() == null ? "" : told.getSQLState();
    }

    private static int code(SQLException failure) {
        return told(failure).getErrorCode();
    }

    /** A batch's exception may keep the reason in the one after it. */
    private static SQLException told(SQLException failure) {
        SQLException next = failure.getNextException();
        return failure instanceof BatchUpdateException && next != null ? next : failure;
    }
}
