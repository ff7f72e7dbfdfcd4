package dev.protection.samples.pages;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.FilePersonalDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Loads the invented people before the port answers. */
@Component
final class Loader implements SmartInitializingSingleton {
    private static final int BATCH = 250;
    private static final String CONTACT = "INSERT INTO page_contact (contact_id, client_id, page_id, first_name,"
            + " last_name, email, phone, birth_date, city, last_active_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MESSAGE =
            "INSERT INTO message (message_id, client_id, contact_id, body, sent_at) VALUES (?, ?, ?, ?, ?)";
    private static final String INVOICE = "INSERT INTO invoice (invoice_id, client_id, contact_id, full_name, address,"
            + " amount, issued_on) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final FilePersonalDataSource attachments;
    private final int people;

    Loader(JdbcTemplate jdbc, FilePersonalDataSource attachments, @Value("${sample.people}") int people) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        People invented = new People(LocalDateTime.now(ZoneOffset.UTC));
        for (int from = 1; from <= people; from += BATCH) {
            int until = Math.min(people, from + BATCH - 1);
            People.Rows rows = invented.next(from, until);
            jdbc.batchUpdate(CONTACT, rows.contacts());
            jdbc.batchUpdate(MESSAGE, rows.messages());
            jdbc.batchUpdate(INVOICE, rows.invoices());
            System.out.printf("Loaded %,d of %,d people.%n", until, people);
        }
        attach();
    }

    private void attach() {
        SubjectRef anna = SubjectRef.of(TenantId.of("acme"), "contact", 1);
        try {
            Files.writeString(attachments.directory(anna).resolve("photo.txt"), "A picture that Anna sent.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
