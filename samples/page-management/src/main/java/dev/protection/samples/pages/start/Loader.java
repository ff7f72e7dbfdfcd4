package dev.protection.samples.pages.start;

import dev.protection.samples.pages.product.Attachments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Loads the invented clients and people before the port answers. */
@Component
final class Loader implements SmartInitializingSingleton {
    private static final int BATCH = 500;
    private static final int TEAM_SHARE = 10;
    private static final int SUBSCRIBERS = 20;
    private static final String TENANT = "INSERT INTO tenant (id, parent_id, is_controller, title) VALUES (?, ?, ?, ?)";
    private static final String PAGE = "INSERT INTO page (page_id, client_id, title) VALUES (?, ?, ?)";
    private static final String MEMBER = "INSERT INTO team_member (member_id, client_id, user_name, password_hash,"
            + " role, full_name, email, last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CONTACT = "INSERT INTO page_contact (contact_id, client_id, first_name,"
            + " last_name, email, phone, birth_date, city, last_active_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MESSAGE =
            "INSERT INTO message (message_id, client_id, contact_id, body, attachment, sent_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String INVOICE = "INSERT INTO invoice (invoice_id, client_id, contact_id, full_name, address,"
            + " amount, issued_on) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Subscriptions subscriptions;
    private final Attachments attachments;
    private final PasswordEncoder passwords;
    private final int people;
    private final Random random = new Random(20_261_124L);
    private final LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);

    Loader(
            JdbcTemplate jdbc,
            Subscriptions subscriptions,
            Attachments attachments,
            PasswordEncoder passwords,
            @Value("${sample.people}") int people) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.attachments = attachments;
        this.passwords = passwords;
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Tenants.Tenant> tenants = tenants();
        List<Object[]> team = Team.invent(random, tenants, people / TEAM_SHARE, passwords.encode(SignIn.PASSWORD), now);
        jdbc.batchUpdate(MEMBER, team);
        followers(tenants, Math.max(2, people - team.size()), team.size());
    }

    private List<Tenants.Tenant> tenants() {
        List<Tenants.Tenant> tenants = Tenants.invent(random);
        jdbc.batchUpdate(
                TENANT,
                tenants.stream()
                        .map(tenant -> new Object[] {tenant.id(), tenant.parent(), tenant.controller(), tenant.title()})
                        .toList());
        int[] number = {0};
        jdbc.batchUpdate(
                PAGE,
                tenants.stream()
                        .filter(Tenants.Tenant::hasPage)
                        .map(tenant -> new Object[] {++number[0], tenant.id(), tenant.title()})
                        .toList());
        System.out.printf("Loaded %,d clients and locations with %,d pages.%n", tenants.size(), number[0]);
        return tenants;
    }

    private void followers(List<Tenants.Tenant> tenants, int followers, int before) {
        People invented = new People(random, tenants, now);
        for (int from = 1; from <= followers; from += BATCH) {
            int until = Math.min(followers, from + BATCH - 1);
            People.Rows rows = invented.next(from, until);
            jdbc.batchUpdate(CONTACT, rows.contacts());
            jdbc.batchUpdate(MESSAGE, rows.messages());
            jdbc.batchUpdate(INVOICE, rows.invoices());
            attach(rows);
            if (from == 1) {
                rows.contacts().stream()
                        .limit(SUBSCRIBERS)
                        .forEach(contact -> subscriptions.subscribe((String) contact[1], (int) contact[0]));
            }
            System.out.printf("Loaded %,d of %,d people.%n", before + until, before + followers);
        }
    }

    private void attach(People.Rows rows) {
        for (Object[] message : rows.messages()) {
            if (message[4] instanceof String file) {
                try {
                    attachments.put(
                            (String) message[1], (int) message[2], file, "A note that came with: " + message[3]);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
