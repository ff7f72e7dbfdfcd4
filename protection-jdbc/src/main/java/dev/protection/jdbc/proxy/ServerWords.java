package dev.protection.jdbc.proxy;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the database says on a connection beside the answers: warnings, notices, errors at commit. Once a protected
 * statement ran they may quote values, so only their kind is given on.
 */
final class ServerWords {
    private volatile boolean mayQuote;
    private volatile boolean mayQuoteAtCommit;

    /** Called before a protected statement runs. */
    void ran() {
        mayQuote = true;
        mayQuoteAtCommit = true;
    }

    void transactionEnded() {
        mayQuoteAtCommit = false;
    }

    /** What a call at the end of a transaction failed with. */
    SQLException atCommit(SQLException error) {
        return mayQuoteAtCommit ? OutcomeStatement.wordless(error) : error;
    }

    @Nullable
    SQLWarning warnings(@Nullable SQLWarning raw) {
        return mayQuote ? withoutValues(raw) : raw;
    }

    /** The chain with its classes of warning, without its words. */
    static @Nullable SQLWarning withoutValues(@Nullable SQLWarning raw) {
        SQLWarning first = null;
        for (SQLWarning each = raw; each != null; each = each.getNextWarning()) {
            SQLWarning clean = new SQLWarning(
                    "the database warned; its own words are left out, they may quote values",
                    each.getSQLState(),
                    each.getErrorCode());
            if (first == null) {
                first = clean;
            } else {
                first.setNextWarning(clean);
            }
        }
        return first;
    }

    /** Refuses a text that asks the database to repeat what it said. */
    void refuseRepeating(String sql) throws SQLException {
        String start = sql.stripLeading().toLowerCase(Locale.ROOT);
        boolean asks = start.matches("(?s)show\\s+(warnings|errors|count).*") || start.contains("diagnostics");
        if (mayQuote && asks) {
            throw SqlErrors.of(JdbcRefusal.messages());
        }
    }
}
