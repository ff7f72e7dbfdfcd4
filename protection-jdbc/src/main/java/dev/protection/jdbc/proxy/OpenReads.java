package dev.protection.jdbc.proxy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The reads of one connection whose records are still owed. An application that closes nothing but the connection, or
 * whose pool aborts it, leaves them all the same. Safe for use by several threads.
 */
final class OpenReads {
    private final Set<OpenRead> open = ConcurrentHashMap.newKeySet();

    void add(OpenRead read) {
        open.add(read);
    }

    void remove(OpenRead read) {
        open.remove(read);
    }

    /** Ends them all, each though another fails; the first failure is thrown, the others are added to it. */
    void end() throws SQLException {
        SQLException first = null;
        for (OpenRead read : List.copyOf(open)) {
            try {
                OutcomeStatement.guard(() -> {
                    read.end();
                    return read;
                });
            } catch (SQLException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
