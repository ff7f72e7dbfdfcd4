package dev.protection.jdbc.store;

import dev.protection.ProtectionException;
import java.sql.SQLException;

/** Another transaction was in the way of this one, which is to be rolled back and may be run again. */
public final class BusinessConflictException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-WRITE-CONFLICT";

    /** The SQLState under which applications know it. */
    public static final String SQL_STATE = "40001";

    private static final long serialVersionUID = 1L;

    private BusinessConflictException() {
        super(
                CODE,
                "another transaction was changing the state of the same persons.",
                "Roll back and run the transaction again.");
    }

    static ProtectionException orUnavailable(SQLException failure) {
        return SqlFailures.isConflict(failure) || SqlFailures.isLockTimeout(failure)
                ? new BusinessConflictException()
                : SqlFailures.unavailable("store of states and events", failure);
    }
}
