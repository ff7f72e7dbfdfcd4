package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.lawfulness.Indication;
import dev.protection.rights.SubjectRequest;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * Of persons whose processing is restricted, of those who object to the purpose, and of those who do not consent to one
 * that needs it, a statement sees nothing: whatever is
 * asked, the answer is that of a database that has never had their rows. No predicate runs on them either: each of these
 * would fail there.
 */
class WithheldRowsProperties {
    private static final Map<World, Worlds> WORLDS = new HashMap<>();
    private static final int WITHHELD = 25;
    private static final Indication FORM = Indication.of("notice", "form");

    /** Why rows are withheld. */
    private enum Why {
        RESTRICTION,
        OBJECTION,
        NO_CONSENT;

        /** What befalls a person who is to be left out, or one who is not. */
        Optional<SubjectRequest> request(SubjectRef subject, boolean leftOut) {
            return switch (this) {
                case RESTRICTION -> leftOut ? Optional.of(SubjectRequest.restrict(subject)) : Optional.empty();
                case OBJECTION -> leftOut ? Optional.of(SubjectRequest.object(subject, "outreach")) : Optional.empty();
                case NO_CONSENT ->
                    leftOut ? Optional.empty() : Optional.of(SubjectRequest.giveConsent(subject, "outreach", FORM));
            };
        }
    }

    private record World(TestDatabase database, Why why) {}

    /** The protected database, where some persons are withheld, and a plain one that has never had them. */
    private record Worlds(TestDatabase database, Shielded shielded, Connection inside, Connection plain) {
        static Worlds of(World world) {
            try {
                TestDatabase database = world.database();
                Shielded shielded = Shielded.on(database.freshDatabase(), text -> declared(text, world.why()));
                Connection plain = DriverManager.getConnection(database.freshDatabase());
                Worlds made =
                        new Worlds(database, shielded, shielded.dataSource().getConnection(), plain);
                made.fill(world.why());
                return made;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void fill(Why why) throws SQLException {
            String messages = "CREATE TABLE message (message_id INT NOT NULL PRIMARY KEY, contact_id INT NOT NULL,"
                    + " client_id VARCHAR(40) NOT NULL, body VARCHAR(100), topic VARCHAR(100))";
            String raising = RowBarrierProperties.raisingOn(database);
            Shielded.run(plain, Shielded.CONTACTS, messages, raising);
            shielded.beneath(raising);
            try (Scope scope = officer()) {
                Shielded.run(inside, Shielded.CONTACTS, messages);
                for (int id = 100; id < 100 + WITHHELD; id++) {
                    insert(inside, id, "secret " + id, null);
                    befall(why, id, true);
                }
                for (int id = 1; id <= 8; id++) {
                    String city = id % 3 == 0 ? null : id % 3 == 1 ? "Oulu" : "Espoo";
                    insert(inside, id, String.valueOf(id * 10), city);
                    befall(why, id, false);
                    insert(plain, id, String.valueOf(id * 10), city);
                }
            }
            if (database == TestDatabase.POSTGRESQL) {
                Shielded.run(plain, "ANALYZE");
                shielded.beneath("ANALYZE");
            }
        }

        private void befall(Why why, int id, boolean leftOut) {
            why.request(SubjectRef.of(TenantId.of("acme"), "contact", id), leftOut)
                    .ifPresent(request -> shielded.protection().rights().submit(request));
        }

        private static void insert(Connection connection, int id, String note, @Nullable String city)
                throws SQLException {
            String place = city == null ? "NULL" : "'" + city + "'";
            Shielded.run(
                    connection,
                    "INSERT INTO page_contact (contact_id, client_id, full_name, city, note) VALUES (" + id
                            + ", 'acme', 'name', " + place + ", '" + note + "')");
            if (id % 2 == 0) {
                Shielded.run(
                        connection,
                        "INSERT INTO message (message_id, contact_id, client_id, body, topic) VALUES (" + id + ", " + id
                                + ", 'acme', 'body', '" + note + "')");
            }
        }
    }

    private static String declared(String text, Why why) {
        String basis = why == Why.NO_CONSENT ? "consent" : "legitimate-interests";
        return text.replace(
                        "  newsletter:",
                        "  outreach:   { basis: " + basis + ", categories: [name, email-address, birth-date,"
                                + " location, communication] }\n  newsletter:")
                .replace("purposes: [support, newsletter]", "purposes: [support, newsletter, outreach]")
                .replace("purposes: [support]", "purposes: [support, outreach]")
                .replace("for: [support]", "for: [support, outreach]");
    }

    private static Scope officer() {
        return as("job", "support");
    }

    private static Scope as(String role, String purpose) {
        return ProtectionContext.of(Actor.of("user-7", role, "acme"), purpose, TenantId.of("acme"))
                .open();
    }

    private static Worlds worlds(TestDatabase database, Why why) {
        return WORLDS.computeIfAbsent(new World(database, why), Worlds::of);
    }

    @AfterContainer
    static void close() throws SQLException {
        for (Worlds worlds : WORLDS.values()) {
            worlds.inside().close();
            worlds.plain().close();
            worlds.shielded().close();
        }
        WORLDS.clear();
    }

    /** The agent is bound to a tenant and the job to none, so that the filter has persons alone to leave out. */
    @Property(tries = 300)
    void queriesAnswerAsIfTheirRowsHadNeverBeen(
            @ForAll TestDatabase database, @ForAll Why why, @ForAll boolean bound, @ForAll("queries") String sql)
            throws SQLException {
        Worlds worlds = worlds(database, why);
        String text = RowBarrierProperties.spelled(sql, database);
        try (Scope scope = as(bound ? "agent" : "job", "outreach")) {
            assertThat(RowBarrierProperties.rows(worlds.inside(), text))
                    .as(text)
                    .isEqualTo(RowBarrierProperties.rows(worlds.plain(), text));
        }
    }

    @Property(tries = 120)
    void changesReachWhatTheyWouldReachWithoutThoseWhoObjectOrDoNotConsent(
            @ForAll TestDatabase database,
            @ForAll boolean objecting,
            @ForAll("conditions") String condition,
            @ForAll boolean delete)
            throws SQLException {
        Worlds worlds = worlds(database, objecting ? Why.OBJECTION : Why.NO_CONSENT);
        String change = RowBarrierProperties.spelled(
                (delete ? "DELETE FROM message" : "UPDATE message SET topic = '7'") + " WHERE "
                        + condition
                                .replace("c.city", "client_id")
                                .replace("c.note", "topic")
                                .replace("c.contact_id", "contact_id"),
                database);
        try (Scope scope = as("agent", "outreach")) {
            worlds.inside().setAutoCommit(false);
            worlds.plain().setAutoCommit(false);
            try {
                assertThat(RowBarrierProperties.change(worlds.inside(), change))
                        .as(change)
                        .isEqualTo(RowBarrierProperties.change(worlds.plain(), change));
                String left = "SELECT message_id, topic FROM message";
                assertThat(RowBarrierProperties.rows(worlds.inside(), left))
                        .as(change)
                        .isEqualTo(RowBarrierProperties.rows(worlds.plain(), left));
            } finally {
                worlds.inside().rollback();
                worlds.plain().rollback();
                worlds.inside().setAutoCommit(true);
                worlds.plain().setAutoCommit(true);
            }
        }
    }

    @Property(tries = 9)
    void pagesAndCountsAreThoseOfTheOthers(@ForAll TestDatabase database, @ForAll Why why) throws SQLException {
        Worlds worlds = worlds(database, why);
        try (Scope scope = as("agent", "outreach")) {
            for (String sql : List.of(
                    "SELECT contact_id FROM page_contact ORDER BY contact_id DESC LIMIT 3",
                    "SELECT contact_id FROM page_contact ORDER BY contact_id DESC LIMIT 3 OFFSET 6",
                    "SELECT COUNT(*), MIN(contact_id), MAX(note) FROM page_contact",
                    "SELECT city, COUNT(*) FROM page_contact GROUP BY city",
                    "SELECT COUNT(*) FROM page_contact WHERE full_name = 'name'",
                    "SELECT EXISTS (SELECT 1 FROM page_contact WHERE contact_id >= 100) AS there",
                    "SELECT contact_id FROM page_contact UNION ALL SELECT contact_id FROM message")) {
                assertThat(RowBarrierProperties.rows(worlds.inside(), sql))
                        .as(sql)
                        .isEqualTo(RowBarrierProperties.rows(worlds.plain(), sql));
            }
        }
    }

    @Provide
    Arbitrary<String> conditions() {
        return new RowBarrierProperties().conditions();
    }

    @Provide
    Arbitrary<String> queries() {
        return new RowBarrierProperties().queries();
    }
}
