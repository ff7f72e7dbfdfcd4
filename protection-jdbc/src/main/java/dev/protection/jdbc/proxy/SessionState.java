package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.ModeReader;
import dev.protection.jdbc.sql.SqlMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one session that decide what a text means: where unqualified names are looked up, and the SQL mode. They
 * are read when they are first needed and again after anything that may have changed them.
 */
final class SessionState {
    /** How statements start that leave settings alone; anything else may change them. */
    private static final Set<String> HARMLESS =
            Set.of("select", "insert", "update", "delete", "with", "values", "merge", "replace", "table");

    private static final Pattern FIRST_WORD = Pattern.compile("^\\s*([A-Za-z]+)\\b");

    private final Connection raw;
    private final ProtectedDatabase database;
    private @Nullable Known known;
    private long readAt;
    private boolean changedInTransaction;
    private boolean changesLater;

    SessionState(Connection raw, ProtectedDatabase database) {
        this.raw = raw;
        this.database = database;
    }

    /** Where unqualified names are looked up, and how texts are understood. */
    record Known(String place, SqlMode mode) {}

    /** What holds now. */
    Known now() throws SQLException {
        Known held = known;
        if (held == null || changesLater || readAt != database.settingsEpoch()) {
            readAt = database.settingsEpoch();
            held = read();
            known = held;
        }
        return held;
    }

    private Known read() throws SQLException {
        Dialect dialect = database.dialect();
        Map<String, String> settings = new HashMap<>();
        try (PreparedStatement statement = raw.prepareStatement(ModeReader.settings(dialect));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                settings.put(rows.getString(1), "" + rows.getString(2));
            }
        }
        String folding = dialect == Dialect.H2 ? " " + settings : "";
        return new Known(settings.get("place") + folding, ModeReader.read(dialect, settings));
    }

    /** Called before a text that touches nothing protected reaches the driver. */
    void sent(String sql) {
        if (mayChange(sql)) {
            changed();
        }
    }

    /** Called when such a text was prepared: when it runs is not seen from here. */
    void prepared(String sql) {
        changesLater |= mayChange(sql);
    }

    /** In H2 some settings are those of the database, for all of its sessions. */
    void changed() {
        known = null;
        changedInTransaction = true;
        if (database.dialect() == Dialect.H2) {
            database.settingsChanged();
        }
    }

    /** The end of a transaction takes back what was set in it, or only for it. */
    void transactionEnded() {
        if (changedInTransaction) {
            known = null;
            changedInTransaction = false;
        }
    }

    static boolean mayChange(String sql) {
        var first = FIRST_WORD.matcher(sql);
        if (!first.find() || !HARMLESS.contains(first.group(1).toLowerCase(Locale.ROOT))) {
            return true;
        }
        int semicolon = sql.indexOf(';');
        boolean several = semicolon >= 0 && !sql.substring(semicolon + 1).isBlank();
        return several || sql.toLowerCase(Locale.ROOT).contains("_config");
    }
}
