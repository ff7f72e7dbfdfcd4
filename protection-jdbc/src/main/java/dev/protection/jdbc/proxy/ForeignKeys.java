package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Catalogue.Parent;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows foreign keys from some tables to those whose changes reach them. */
final class ForeignKeys {
    private final Set<String> protectedTables;
    private final Deque<String> waiting;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Parent> parents = new HashMap<>();

    ForeignKeys(Set<String> tables) {
        this.protectedTables = tables;
        this.waiting = new ArrayDeque<>(tables);
    }

    /** The next table whose foreign keys are to be added. */
    Optional<String> next() {
        String table = waiting.poll();
        while (table != null && !seen.add(table)) {
            table = waiting.poll();
        }
        return Optional.ofNullable(table);
    }

    /** A row of {@link DatabaseMetaData#getImportedKeys}. */
    void add(String child, ResultSet row) throws SQLException {
        String parent = row.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT);
        String column = row.getString("PKCOLUMN_NAME").toLowerCase(Locale.ROOT);
        boolean direct = protectedTables.contains(child);
        boolean removed = carries(row.getShort("DELETE_RULE"), direct);
        Set<String> updated = new HashSet<>();
        if (carries(row.getShort("UPDATE_RULE"), direct)) {
            updated.add(column);
        }
        parents.merge(parent, new Parent(removed, updated), (one, other) -> {
            Set<String> both = new HashSet<>(one.updated());
            both.addAll(other.updated());
            return new Parent(one.onDelete() || other.onDelete(), both);
        });
        if (removed) {
            waiting.add(parent);
        }
    }

    /** A row in between that is only changed takes nothing with it. */
    private static boolean carries(short rule, boolean direct) {
        return rule == DatabaseMetaData.importedKeyCascade
                || (direct
                        && (rule == DatabaseMetaData.importedKeySetNull
                                || rule == DatabaseMetaData.importedKeySetDefault));
    }

    Map<String, Parent> parents() {
        return parents;
    }
}
