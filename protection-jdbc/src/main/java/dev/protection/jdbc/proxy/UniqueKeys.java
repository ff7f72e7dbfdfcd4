package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Catalogue.Table;
import dev.protection.jdbc.sql.Catalogue.UniqueKey;
import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which columns of a table must be unique. */
final class UniqueKeys {
    private final Connection raw;
    private final Dialect dialect;

    UniqueKeys(Connection raw, Dialect dialect) {
        this.raw = raw;
        this.dialect = dialect;
    }

    List<UniqueKey> of(Table table) throws SQLException {
        boolean maria = dialect == Dialect.MARIADB;
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Set<String> partial = new LinkedHashSet<>();
        try (ResultSet rows = raw.getMetaData()
                .getIndexInfo(
                        maria ? table.schema() : null, maria ? null : table.schema(), table.name(), true, false)) {
            while (rows.next()) {
                String name = rows.getString("INDEX_NAME");
                if (name != null) {
                    String column = rows.getString("COLUMN_NAME");
                    columns.computeIfAbsent(name, key -> new ArrayList<>()).add(unquoted(column));
                    if (column == null || rows.getString("FILTER_CONDITION") != null) {
                        partial.add(name);
                    }
                }
            }
        }
        List<UniqueKey> keys = new ArrayList<>();
        columns.forEach(
                (name, list) -> add(new UniqueKey(name, partial.contains(name) ? List.of() : list), table, keys));
        return keys;
    }

    private static String unquoted(@Nullable String column) {
        if (column == null) {
            return "";
        }
        boolean quoted = column.length() > 1 && column.startsWith("\"") && column.endsWith("\"");
        return quoted ? column.substring(1, column.length() - 1) : column;
    }

    private static void add(UniqueKey key, Table table, List<UniqueKey> keys) {
        boolean primary = Set.copyOf(key.columns()).equals(Set.copyOf(table.key()));
        keys.add(primary ? 0 : keys.size(), key);
    }
}
