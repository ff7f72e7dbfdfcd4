package dev.protection.samples.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The application's own tables, as its start-up script makes them. */
final class Schema {
    private static final List<String> TABLES = List.of(
            "CREATE TABLE page (page_id INT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, title VARCHAR(80) NOT NULL)",
            "CREATE TABLE page_contact (contact_id INT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, page_id INT,"
                    + " full_name VARCHAR(200) NOT NULL, email VARCHAR(200), phone VARCHAR(60), birth_date DATE,"
                    + " city VARCHAR(80), last_active_at TIMESTAMP)",
            "CREATE INDEX page_contact_email ON page_contact (email)",
            "CREATE TABLE message (message_id INT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, contact_id INT NOT NULL,"
                    + " body VARCHAR(2000), sent_at TIMESTAMP)",
            "CREATE TABLE invoice (invoice_id INT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, contact_id INT NOT NULL,"
                    + " full_name VARCHAR(200), address VARCHAR(400), amount DECIMAL(10, 2), issued_on DATE)",
            "INSERT INTO page (page_id, client_id, title) VALUES (1, 'acme', 'Acme Tools'), (2, 'globex', 'Globex'),"
                    + " (3, 'oulu', 'Nordic Coffee Oulu'), (4, 'rovaniemi', 'Nordic Coffee Rovaniemi')");

    private Schema() {}

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate(table);
            }
        }
    }
}
