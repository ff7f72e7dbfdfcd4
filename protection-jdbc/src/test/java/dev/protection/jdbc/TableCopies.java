package dev.protection.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A backup of a database: every row of the application's tables and of the library's, to be put back as it was. Left out
 * is the scheduler's table, which a running node keeps on writing.
 */
final class TableCopies {
    private final String url;
    private final Map<String, List<Object[]>> tables = new LinkedHashMap<>();

    private TableCopies(String url) {
        this.url = url;
    }

    static TableCopies of(String url) throws SQLException {
        TableCopies copies = new TableCopies(url);
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String table : names(connection)) {
                copies.tables.put(table, rows(connection, table));
            }
        }
        return copies;
    }

    private static List<String> names(Connection connection) throws SQLException {
        boolean mariadb = connection.getMetaData().getURL().startsWith("jdbc:mariadb");
        String quote = mariadb ? "`" : "\"";
        String own = mariadb
                ? "table_schema IN (DATABASE(), CONCAT(DATABASE(), '_protection'))"
                : "LOWER(table_schema) IN ('public', 'protection')";
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_schema, table_name FROM"
                        + " information_schema.tables WHERE " + own + " ORDER BY table_schema, table_name")) {
            while (rows.next()) {
                if (!rows.getString(2).toLowerCase(Locale.ROOT).equals("scheduled_tasks")) {
                    names.add(quote + rows.getString(1) + quote + "." + quote + rows.getString(2) + quote);
                }
            }
        }
        return names;
    }

    private static List<Object[]> rows(Connection connection, String table) throws SQLException {
        List<Object[]> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                Object[] row = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    row[column] = rows.getObject(column + 1);
                }
                all.add(row);
            }
        }
        return all;
    }

    /** Puts everything back, in one transaction. */
    void restore() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            for (String table : names(connection)) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("DELETE FROM " + table);
                }
            }
            for (Map.Entry<String, List<Object[]>> table : tables.entrySet()) {
                insert(connection, table.getKey(), table.getValue());
            }
            connection.commit();
        }
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = "?" + ", ?".repeat(rows.get(0).length - 1);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.executeUpdate();
            }
        }
    }
}
