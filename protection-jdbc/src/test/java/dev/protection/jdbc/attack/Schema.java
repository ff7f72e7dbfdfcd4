package dev.protection.jdbc.attack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The attacked application's tables. */
final class Schema {
    private static final List<String> TABLES = List.of(
            "CREATE TABLE page_contact (contact_id INT PRIMARY KEY, client_id VARCHAR(40) NOT NULL,"
                    + " full_name VARCHAR(200), email VARCHAR(200), phone VARCHAR(60), birth_date DATE,"
                    + " city VARCHAR(80), note VARCHAR(400), last_active_at TIMESTAMP NULL)",
            "CREATE TABLE message (message_id INT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, contact_id INT NOT NULL,"
                    + " body VARCHAR(2000), sent_at TIMESTAMP NULL)",
            "CREATE TABLE invoice (invoice_id INT PRIMARY KEY, client_id VARCHAR(40) NOT NULL, contact_id INT NOT NULL,"
                    + " full_name VARCHAR(200), address VARCHAR(400), amount DECIMAL(10, 2), issued_on DATE)");

    private Schema() {}

    static void create(Connection connection) throws SQLException {
        for (String table : TABLES) {
            Node.change(connection, table);
        }
    }
}
