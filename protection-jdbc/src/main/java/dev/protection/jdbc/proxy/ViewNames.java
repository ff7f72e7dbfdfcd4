package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the views that read some tables, by looking for the tables' names in the views' definitions. That finds too many
 * rather than too few: a view that only mentions a name is treated as if it read the table.
 */
final class ViewNames {
    private static final String POSTGRESQL = "SELECT viewname, definition FROM pg_catalog.pg_views"
            + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
            + " UNION ALL SELECT matviewname, definition FROM pg_catalog.pg_matviews";
    private static final String STANDARD = "SELECT TABLE_NAME, VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS"
            + " WHERE LOWER(TABLE_SCHEMA) NOT IN ('information_schema', 'sys', 'mysql', 'performance_schema')";

    private final Connection raw;
    private final Dialect dialect;

    ViewNames(Connection raw, Dialect dialect) {
        this.raw = raw;
        this.dialect = dialect;
    }

    Set<String> over(Set<String> tables) {
        Map<String, String> definitions = definitions();
        Set<String> reached = new HashSet<>(tables);
        Set<String> views = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, String> view : definitions.entrySet()) {
                if (!views.contains(view.getKey()) && reached.stream().anyMatch(view.getValue()::contains)) {
                    views.add(view.getKey());
                    reached.add(view.getKey());
                    grown = true;
                }
            }
        }
        return views;
    }

    private Map<String, String> definitions() {
        Map<String, String> definitions = new HashMap<>();
        String query = dialect == Dialect.POSTGRESQL ? POSTGRESQL : STANDARD;
        try (PreparedStatement statement = raw.prepareStatement(query);
                ResultSet views = statement.executeQuery()) {
            while (views.next()) {
                String definition = views.getString(2);
                String known = definition == null ? "" : definition.toLowerCase(Locale.ROOT);
                definitions.merge(views.getString(1).toLowerCase(Locale.ROOT), known, String::concat);
            }
        } catch (SQLException e) {
            throw new JdbcCatalogue.CatalogueFailure(e);
        }
        return definitions;
    }
}
