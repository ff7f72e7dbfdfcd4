package dev.protection.jdbc.proxy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

/** What the application set on its statement, to be set again on each physical statement that runs for it. */
final class StatementSettings {

    /** What can be set. */
    enum Name {
        QUERY_TIMEOUT,
        MAX_ROWS,
        FETCH_SIZE,
        FETCH_DIRECTION,
        CURSOR_NAME,
        ESCAPE_PROCESSING,
        POOLABLE
    }

    /** Sets it. */
    interface Setting {
        void applyTo(Statement statement) throws SQLException;
    }

    private final Map<Name, Setting> settings = new EnumMap<>(Name.class);

    void remember(Name name, Setting setting) {
        settings.put(name, setting);
    }

    boolean has(Name name) {
        return settings.containsKey(name);
    }

    void applyTo(Statement statement) throws SQLException {
        for (Setting setting : settings.values()) {
            setting.applyTo(statement);
        }
    }

    /** The application's limit of rows, by way of a statement of ours; 0 for none. */
    int maxRows(Statement statement) throws SQLException {
        Setting limit = settings.get(Name.MAX_ROWS);
        if (limit == null) {
            return 0;
        }
        limit.applyTo(statement);
        return statement.getMaxRows();
    }

    /** Only what holds for statements of ours beside the application's own. */
    void applyTimeoutTo(Statement statement) throws SQLException {
        Setting timeout = settings.get(Name.QUERY_TIMEOUT);
        if (timeout != null) {
            timeout.applyTo(statement);
        }
    }
}
