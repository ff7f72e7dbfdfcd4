package dev.protection.samples.pages.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Invented agencies with their clients, and an enterprise with regions and 1,000 locations; always the same ones. */
final class Tenants {
    static final String OWN_COMPANY = "example-pages";
    static final String ENTERPRISE = "nordic-coffee";
    static final int LOCATIONS = 1_000;

    private static final List<String> AGENCIES = List.of("Harbour", "Lakeside", "Summit");
    private static final int CLIENTS = 20;
    private static final List<String> REGIONS =
            List.of("North", "East", "South", "West", "Coast", "Lakes", "Hills", "Islands", "Plains", "Capital");

    private final List<Tenant> all = new ArrayList<>();
    private final Faker faker;

    private Tenants(Random random) {
        this.faker = new Faker(java.util.Locale.forLanguageTag("sv"), random);
    }

    /**
     * Somebody whose pages are managed, or who manages them.
     *
     * @param hasPage whether it has a page of its own
     */
    record Tenant(String id, @Nullable String parent, boolean controller, String title, boolean hasPage) {}

    static List<Tenant> invent(Random random) {
        Tenants tenants = new Tenants(random);
        tenants.add(OWN_COMPANY, null, true, "Example Pages Oy", false);
        AGENCIES.forEach(tenants::agency);
        tenants.enterprise();
        return List.copyOf(tenants.all);
    }

    private void add(String id, @Nullable String parent, boolean controller, String title, boolean hasPage) {
        all.add(new Tenant(id, parent, controller, title, hasPage));
    }

    /** Each client decides about its people itself: a controller of its own (Art. 4(7) GDPR). */
    private void agency(String name) {
        String id = name.toLowerCase(java.util.Locale.ROOT) + "-agency";
        add(id, null, true, name + " Agency", false);
        boolean first = all.size() == 2;
        for (int i = 1; i <= CLIENTS; i++) {
            if (first && i == 1) {
                add("acme", id, true, "Acme Tools", true);
            } else if (first && i == 2) {
                add("globex", id, true, "Globex Garden", true);
            } else {
                add(
                        id.replace("agency", "client-") + i,
                        id,
                        true,
                        faker.company().name(),
                        true);
            }
        }
    }

    private void enterprise() {
        add(ENTERPRISE, null, true, "Nordic Coffee", true);
        REGIONS.forEach(region -> add(region(region), ENTERPRISE, false, "Nordic Coffee " + region, false));
        for (int i = 0; i < LOCATIONS; i++) {
            String id = i == 0 ? "oulu" : i == 1 ? "rovaniemi" : "location-" + (i + 1);
            String town =
                    i == 0 ? "Oulu" : i == 1 ? "Rovaniemi" : faker.address().cityName() + " " + (i + 1);
            String region = REGIONS.get(i < 2 ? 0 : i % REGIONS.size());
            add(id, region(region), false, "Nordic Coffee " + town, true);
        }
    }

    private static String region(String name) {
        return "nordic-" + name.toLowerCase(java.util.Locale.ROOT);
    }
}
