package dev.protection.jdbc.proxy;

import dev.protection.ProtectionException;
import dev.protection.StoreUnavailableException;
import java.sql.BatchUpdateException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/**
 * Gives errors the form that pools, Spring and Hibernate understand: a standard subclass of {@link SQLException}, our own
 * exception as its cause. Never SQLState {@code 0A000} or {@code 08xxx}, for which pools throw a connection away.
 */
final class SqlErrors {
    private static final String NOT_AUTHORISED = "42501";
    private static final String REFUSED = "42000";
    private static final String STORE_DOWN = "58030";
    private static final String BAD_DATA = "22000";
    private static final String TRY_AGAIN = "40001";

    private SqlErrors() {}

    /** A refusal or failure of ours. */
    static SQLException of(ProtectionException cause) {
        String message = cause.getMessage();
        if (cause instanceof StoreUnavailableException) {
            return new SQLTransientException(message, STORE_DOWN, cause);
        }
        return switch (concept(cause.code())) {
            case "ACCESS", "CONTEXT", "TENANT", "PURPOSE", "HOLD", "SUBJECT" ->
                new SQLInvalidAuthorizationSpecException(message, NOT_AUTHORISED, cause);
            case "CONFIG" -> new SQLNonTransientException(message, REFUSED, cause);
            case "STORE" -> new SQLTransientException(message, STORE_DOWN, cause);
            case "CELL", "KEY", "VALUE" -> new SQLDataException(message, BAD_DATA, cause);
            case "WRITE", "CHANGED" -> new SQLTransactionRollbackException(message, TRY_AGAIN, cause);
            default -> new SQLFeatureNotSupportedException(message, REFUSED, cause);
        };
    }

    /** The second word of a code, for example {@code ACCESS} of {@code PROT-ACCESS-DENIED}. */
    private static String concept(String code) {
        String[] words = code.split("-", -1);
        return words.length < 2 ? code : words[1];
    }

    /** A driver that failed on a value without an error of JDBC's; its words may quote the value. */
    static SQLException notConverted() {
        return new SQLDataException("the driver cannot give the value as this type", "22018");
    }

    /** An error of the database about a protected statement, without its text, which may quote values. */
    static SQLException withoutValues(SQLException raw) {
        SQLException clean = sameKind(raw, ServerMessage.describe(raw));
        SQLException next = raw.getNextException();
        if (next != null) {
            clean.setNextException(withoutValues(next));
        }
        clean.setStackTrace(raw.getStackTrace());
        return clean;
    }

    private static SQLException sameKind(SQLException raw, String message) {
        String state = raw.getSQLState();
        int code = raw.getErrorCode();
        if (raw instanceof BatchUpdateException batch) {
            return new BatchUpdateException(message, state, code, counts(batch), null);
        }
        SQLException transientKind = transientKind(raw, message, state, code);
        if (transientKind != null) {
            return transientKind;
        }
        if (raw instanceof SQLIntegrityConstraintViolationException) {
            return new SQLIntegrityConstraintViolationException(message, state, code);
        }
        if (raw instanceof SQLDataException) {
            return new SQLDataException(message, state, code);
        }
        if (raw instanceof SQLSyntaxErrorException) {
            return new SQLSyntaxErrorException(message, state, code);
        }
        return raw instanceof SQLNonTransientException
                ? new SQLNonTransientException(message, state, code)
                : new SQLException(message, state, code);
    }

    private static @Nullable SQLException transientKind(SQLException raw, String message, String state, int code) {
        if (raw instanceof SQLTimeoutException) {
            return new SQLTimeoutException(message, state, code);
        }
        if (raw instanceof SQLTransactionRollbackException) {
            return new SQLTransactionRollbackException(message, state, code);
        }
        if (raw instanceof SQLTransientConnectionException) {
            return new SQLTransientConnectionException(message, state, code);
        }
        return raw instanceof SQLTransientException ? new SQLTransientException(message, state, code) : null;
    }

    private static long[] counts(BatchUpdateException batch) {
        long[] counts = batch.getLargeUpdateCounts();
        return counts == null ? new long[0] : counts;
    }
}
