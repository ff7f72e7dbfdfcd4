package dev.protection.jdbc.attack;

import dev.protection.Scope;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;

/** Writes people through the protection. */
final class People {
    private static final LocalDate BORN = LocalDate.of(1980, 2, 29);
    private static final int OLD = 1_500;
    private static final int RECENT = 400;

    private final Connection connection;

    People(Connection connection) {
        this.connection = connection;
    }

    /** Contacts 1 (with an invoice that a law keeps) and 2 of acme, 3 of globex, each with a message. */
    static void threeOn(Connection connection) throws SQLException {
        Schema.create(connection);
        try (Scope scope = Node.as("loader", "onboarding", "acme")) {
            People people = new People(connection);
            people.contact(1, "acme", "Anna", 3);
            people.contact(2, "acme", "Bert", OLD);
            people.contact(3, "globex", "Cleo", 3);
            people.invoice(1, "acme", 1, "Anna");
        }
    }

    void contact(int id, String tenant, String name, int daysAgo) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO page_contact (contact_id, client_id, full_name, email, phone, birth_date, city, note,"
                        + " last_active_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, tenant);
            insert.setString(3, name);
            insert.setString(4, name + "@mail.example");
            insert.setString(5, "+358 40 " + name);
            insert.setDate(6, Date.valueOf(BORN));
            insert.setString(7, "Oulu");
            insert.setString(8, "note of " + id);
            insert.setTimestamp(9, daysAgo(daysAgo));
            insert.executeUpdate();
        }
        message(id, tenant, id, "Hello from " + name, daysAgo);
    }

    void message(int id, String tenant, int contact, String body, int daysAgo) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO message (message_id, client_id, contact_id, body, sent_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, tenant);
            insert.setInt(3, contact);
            insert.setString(4, body);
            insert.setTimestamp(5, daysAgo(daysAgo));
            insert.executeUpdate();
        }
    }

    void invoice(int id, String tenant, int contact, String name) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO invoice (invoice_id, client_id, contact_id, full_name, address, amount, issued_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, tenant);
            insert.setInt(3, contact);
            insert.setString(4, name);
            insert.setString(5, name + " Street 1");
            insert.setBigDecimal(6, new java.math.BigDecimal("12.50"));
            insert.setDate(
                    7, Date.valueOf(LocalDate.now(java.time.ZoneOffset.UTC).minusDays(RECENT)));
            insert.executeUpdate();
        }
    }

    private static Timestamp daysAgo(int days) {
        return Timestamp.valueOf(
                LocalDate.now(java.time.ZoneOffset.UTC).minusDays(days).atStartOfDay());
    }
}
