package dev.protection.samples.pages.start;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.Faker;

/** Invented team members with accounts; the first five are those to sign in as. */
final class Team {
    private static final List<String[]> NAMED = List.of(
            new String[] {"agent", "harbour-agency", "AGENT"},
            new String[] {"franchisee", "oulu", "FRANCHISEE"},
            new String[] {"region", "nordic-north", "REGION_MANAGER"},
            new String[] {"support", Tenants.OWN_COMPANY, "SUPPORT"},
            new String[] {"officer", Tenants.OWN_COMPANY, "DATA_PROTECTION_OFFICER"});
    private static final int STEP = 7;
    /** So many tenants are agencies and their clients; so many members work there before the locations have any. */
    private static final int AT_AGENCIES = 64;

    private Team() {}

    /** Rows of the table, in the order of its columns: at the least those to sign in as. */
    static List<Object[]> invent(
            Random random, List<Tenants.Tenant> tenants, int size, String passwordHash, LocalDateTime now) {
        Faker faker = new Faker(Locale.forLanguageTag("en-GB"), random);
        List<Object[]> rows = new ArrayList<>();
        for (int id = 1; id <= Math.max(size, NAMED.size()); id++) {
            String[] account = id <= NAMED.size() ? NAMED.get(id - 1) : account(id, tenants);
            String name = faker.name().fullName();
            Timestamp seen = Timestamp.valueOf(now.minusDays(random.nextInt(id <= NAMED.size() ? 30 : 1_300)));
            rows.add(new Object[] {
                id, account[1], account[0], passwordHash, account[2], name, account[0] + "@team.example", seen
            });
        }
        return rows;
    }

    private static String[] account(int id, List<Tenants.Tenant> tenants) {
        Tenants.Tenant tenant = tenants.get(id * STEP % (id <= AT_AGENCIES ? AT_AGENCIES : tenants.size()));
        return new String[] {"user" + id, tenant.id(), tenant.controller() ? "AGENT" : "FRANCHISEE"};
    }
}
