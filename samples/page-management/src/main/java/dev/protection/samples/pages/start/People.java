package dev.protection.samples.pages.start;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Invented followers of several countries, always the same ones; the first has an invoice that a law keeps. */
final class People {
    private static final List<Locale> LOCALES = List.of(
            Locale.forLanguageTag("en-GB"),
            Locale.forLanguageTag("sv"),
            Locale.forLanguageTag("de"),
            Locale.forLanguageTag("fr"));
    private static final List<String> QUESTIONS = List.of(
            "When do you open tomorrow?",
            "My order has not come yet, can you look?",
            "Do you have a table for six on Friday?",
            "The photo on your page is of the old shop.",
            "Thank you, that was quick!",
            "Please take me off your list.");
    private static final int DAYS = 1_000;
    private static final int INVOICED = 10;
    private static final int OUTDATED = 90;
    private static final int ATTACHED = 50;

    private final Random random;
    private final List<Faker> fakers;
    private final List<Tenants.Tenant> agency;
    private final List<Tenants.Tenant> others;
    private final LocalDateTime now;

    People(Random random, List<Tenants.Tenant> tenants, LocalDateTime now) {
        this.random = random;
        this.fakers = LOCALES.stream().map(locale -> new Faker(locale, random)).toList();
        List<Tenants.Tenant> pages =
                tenants.stream().filter(Tenants.Tenant::hasPage).toList();
        this.agency = pages.stream()
                .filter(tenant -> "harbour-agency".equals(tenant.parent()))
                .toList();
        this.others = pages.stream().filter(tenant -> !agency.contains(tenant)).toList();
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

    /** The file that somebody attached, if so. */
    static @Nullable String attachment(int id) {
        return id == 1 || id % ATTACHED == 0 ? "note-" + id + ".txt" : null;
    }

    private void add(int id, Rows rows) {
        Faker faker = fakers.get(id % fakers.size());
        String tenant = tenant(id);
        String first = id == 1 ? "Anna" : faker.name().firstName();
        String last = id == 1 ? "Virtanen" : faker.name().lastName();
        Timestamp active = Timestamp.valueOf(now.minusDays(id == 1 ? 3 : random.nextInt(DAYS)));
        Date born = Date.valueOf(now.toLocalDate().minusDays(7_000L + random.nextInt(20_000)));
        String phone = faker.phoneNumber().phoneNumber();
        String city = faker.address().city();
        String email = "person" + id + "@mail.example";
        rows.contacts.add(new Object[] {id, tenant, first, last, email, phone, born, city, active});
        String said = "Hello, this is " + first + ". " + QUESTIONS.get(id % QUESTIONS.size());
        rows.messages.add(new Object[] {id, tenant, id, said, attachment(id), active});
        if (id == 1 || id % INVOICED == 0) {
            String address = faker.address().fullAddress();
            Date issued = Date.valueOf(now.toLocalDate().minusDays(id % OUTDATED == 0 ? 2_700 : 400));
            rows.invoices.add(
                    new Object[] {id, tenant, id, first + " " + last, address, 100 + random.nextInt(900), issued});
        }
    }

    /** Two in five write to a client of the first agency, one in twenty to the franchisee who signs in. */
    private String tenant(int id) {
        int lot = random.nextInt(100);
        if (id == 1) {
            return "acme";
        }
        if (id == 2 || lot < 5) {
            return "oulu";
        }
        List<Tenants.Tenant> among = lot < 45 ? agency : others;
        return among.get(random.nextInt(among.size())).id();
    }
}
