package dev.protection.samples.jdbc;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/** Invented people of several countries, always the same ones. */
final class People {
    private static final List<Locale> LOCALES = List.of(
            Locale.forLanguageTag("en-GB"),
            Locale.forLanguageTag("sv"),
            Locale.forLanguageTag("de"),
            Locale.forLanguageTag("fr"),
            Locale.forLanguageTag("pl"));
    private static final List<String> TENANTS = List.of("acme", "globex", "oulu", "rovaniemi");
    private static final int BATCH = 250;

    private final Random random = new Random(20_261_124L);
    private final List<Faker> fakers =
            LOCALES.stream().map(locale -> new Faker(locale, random)).toList();
    private final LocalDateTime today;

    People(LocalDateTime today) {
        this.today = today;
    }

    /** Contact 1 is somebody with an old invoice, so that the walk has a person to follow. */
    void load(Connection connection, int people) throws SQLException {
        try (PreparedStatement contact = connection.prepareStatement(
                        "INSERT INTO page_contact (contact_id, client_id, page_id, full_name, email, phone, birth_date,"
                                + " city, last_active_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement message = connection.prepareStatement(
                        "INSERT INTO message (message_id, client_id, contact_id, body, sent_at) VALUES (?, ?, ?, ?, ?)");
                PreparedStatement invoice = connection.prepareStatement(
                        "INSERT INTO invoice (invoice_id, client_id, contact_id, full_name, address, amount, issued_on)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int id = 1; id <= people; id++) {
                add(id, contact, message, invoice);
                if (id % BATCH == 0 || id == people) {
                    contact.executeBatch();
                    message.executeBatch();
                    invoice.executeBatch();
                }
            }
        }
    }

    private void add(int id, PreparedStatement contact, PreparedStatement message, PreparedStatement invoice)
            throws SQLException {
        Faker faker = fakers.get(id % fakers.size());
        String tenant = id == 1 ? "acme" : TENANTS.get(random.nextInt(TENANTS.size()));
        String name = id == 1 ? "Anna Virtanen" : faker.name().fullName();
        LocalDateTime active = today.minusDays(id == 1 ? 3 : random.nextInt(1_000));
        contact.setInt(1, id);
        contact.setString(2, tenant);
        contact.setInt(3, 1 + random.nextInt(4));
        contact.setString(4, name);
        contact.setString(5, "person" + id + "@mail.example");
        contact.setString(6, faker.phoneNumber().phoneNumber());
        contact.setDate(7, Date.valueOf(today.toLocalDate().minusDays(7_000L + random.nextInt(20_000))));
        contact.setString(8, faker.address().city());
        contact.setTimestamp(9, Timestamp.valueOf(active));
        contact.addBatch();
        message.setInt(1, id);
        message.setString(2, tenant);
        message.setInt(3, id);
        message.setString(4, "Hello, this is " + name + ". When do you open tomorrow?");
        message.setTimestamp(5, Timestamp.valueOf(active));
        message.addBatch();
        if (id == 1 || id % 10 == 0) {
            addInvoice(id, tenant, name, faker, invoice);
        }
    }

    private void addInvoice(int id, String tenant, String name, Faker faker, PreparedStatement invoice)
            throws SQLException {
        invoice.setInt(1, id);
        invoice.setString(2, tenant);
        invoice.setInt(3, id);
        invoice.setString(4, name);
        invoice.setString(5, faker.address().fullAddress());
        invoice.setBigDecimal(6, new java.math.BigDecimal(100 + random.nextInt(900)));
        invoice.setDate(7, Date.valueOf(today.toLocalDate().minusDays(400)));
        invoice.addBatch();
    }
}
