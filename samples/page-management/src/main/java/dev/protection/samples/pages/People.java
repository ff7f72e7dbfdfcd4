package dev.protection.samples.pages;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/** Invented people of several countries, always the same ones; the first has an invoice that a law keeps. */
final class People {
    private static final List<Locale> LOCALES = List.of(
            Locale.forLanguageTag("en-GB"),
            Locale.forLanguageTag("sv"),
            Locale.forLanguageTag("de"),
            Locale.forLanguageTag("fr"));
    private static final List<String> TENANTS = List.of("acme", "globex", "oulu", "rovaniemi", "turku");

    private final Random random = new Random(20_261_124L);
    private final List<Faker> fakers =
            LOCALES.stream().map(locale -> new Faker(locale, random)).toList();
    private final LocalDateTime now;

    People(LocalDateTime now) {
        this.now = now;
    }

    /** Rows of the three tables, in the order of their columns. */
    record Rows(List<Object[]> contacts, List<Object[]> messages, List<Object[]> invoices) {}

    Rows next(int from, int until) {
        Rows rows = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int id = from; id <= until; id++) {
            add(id, rows);
        }
        return rows;
    }

    private void add(int id, Rows rows) {
        Faker faker = fakers.get(id % fakers.size());
        int page = id == 1 ? 0 : random.nextInt(TENANTS.size());
        String tenant = TENANTS.get(page);
        String first = id == 1 ? "Anna" : faker.name().firstName();
        String last = id == 1 ? "Virtanen" : faker.name().lastName();
        Timestamp active = Timestamp.valueOf(now.minusDays(id == 1 ? 3 : random.nextInt(1_000)));
        Date born = Date.valueOf(now.toLocalDate().minusDays(7_000L + random.nextInt(20_000)));
        String phone = faker.phoneNumber().phoneNumber();
        String city = faker.address().city();
        rows.contacts.add(new Object[] {
            id, tenant, page + 1, first, last, "person" + id + "@mail.example", phone, born, city, active
        });
        rows.messages.add(
                new Object[] {id, tenant, id, "Hello, this is " + first + ". When do you open tomorrow?", active});
        if (id == 1 || id % 10 == 0) {
            rows.invoices.add(new Object[] {
                id,
                tenant,
                id,
                first + " " + last,
                faker.address().fullAddress(),
                100 + random.nextInt(900),
                Date.valueOf(now.toLocalDate().minusDays(400))
            });
        }
    }
}
