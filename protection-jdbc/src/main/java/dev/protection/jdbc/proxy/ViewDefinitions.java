package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads the query that a view stands for, as the session at hand would write it. Views that hide rows by a barrier of
 * their own (PostgreSQL's options) are left out.
 */
final class ViewDefinitions {
    private static final String POSTGRESQL = "SELECT pg_catalog.pg_get_viewdef(c.oid) FROM pg_catalog.pg_class c"
            + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE c.relkind = 'v' AND c.reloptions IS NULL AND c.relname = ?"
            + " AND (n.nspname = ? OR (CAST(? AS text) IS NULL AND pg_catalog.pg_table_is_visible(c.oid)))";
    private static final String STANDARD = "SELECT VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS"
            + " WHERE TABLE_NAME = ? AND TABLE_SCHEMA = ? AND ? IS NOT NULL";

    private final Connection raw;
    private final Dialect dialect;

    ViewDefinitions(Connection raw, Dialect dialect) {
        this.raw = raw;
        this.dialect = dialect;
    }

    /** Empty when there is none, or its query is not shown. */
    Optional<String> of(Optional<String> schema, String name) throws SQLException {
        String query = dialect == Dialect.POSTGRESQL ? POSTGRESQL : STANDARD;
        try (PreparedStatement statement = raw.prepareStatement(query)) {
            statement.setString(1, name);
            statement.setString(2, schema.orElse(null));
            statement.setString(3, schema.orElse(null));
            try (ResultSet rows = statement.executeQuery()) {
                String found = rows.next() ? rows.getString(1) : null;
                return Optional.ofNullable(found).filter(text -> !text.isBlank());
            }
        }
    }
}
