package dev.protection.jdbc;

import static dev.protection.jdbc.Persons.as;
import static dev.protection.jdbc.Persons.contact;
import static dev.protection.jdbc.Persons.counted;
import static dev.protection.jdbc.Persons.filled;
import static dev.protection.jdbc.Persons.insert;
import static dev.protection.jdbc.Persons.names;
import static dev.protection.jdbc.Persons.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Scope;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.Protection;
import dev.protection.rights.RequestId;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectStateException;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Restrictions and objections at the database: whose rows a statement reaches for which purpose, and from when on. */
class WithheldPersonsTest {

    private static Shielded shielded(TestDatabase database) {
        return Shielded.on(database.freshDatabase(), WithheldPersonsTest::declared);
    }

    private static String declared(String text) {
        return text.replace("  newsletter:", """
                          outreach: { basis: legitimate-interests, categories: [name, location] }
                          mailing: { basis: contract, direct-marketing: true, categories: [name] }
                          claims: { basis: legitimate-interests, while-restricted: legal-claims, categories: [name, location] }
                          newsletter:""".indent(2).stripTrailing())
                .replace(
                        "purposes: [support, newsletter]", "purposes: [support, newsletter, outreach, mailing, claims]")
                .replace("for: [support]", "for: [support, outreach, mailing, claims]");
    }

    private static void approve(Protection protection, RequestId id) {
        try (Scope scope = as("support")) {
            protection.rights().approve(id);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRestrictedPersonIsSeenForLawfulPurposesAlone_fromTheNextStatementOn(TestDatabase database)
            throws SQLException {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded);
                PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM page_contact")) {
            assertThat(counted(count, "support")).isEqualTo(3);
            submit(shielded, SubjectRequest.restrict(contact(2)));
            assertThat(counted(count, "support")).isEqualTo(2);
            assertThat(names(connection, "support")).containsExactly("Ann", "Cid");
            assertThat(names(connection, "outreach")).containsExactly("Ann", "Cid");
            assertThat(names(connection, "claims")).as("Art. 18(2)").containsExactly("Ann", "Ben", "Cid");
            RequestId lift = submit(shielded, SubjectRequest.liftRestriction(contact(2)));
            assertThat(names(connection, "support")).containsExactly("Ann", "Cid");
            approve(shielded.protection(), lift);
            assertThat(counted(count, "support")).isEqualTo(3);
            assertThat(names(connection, "support")).containsExactly("Ann", "Ben", "Cid");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsWrittenAboutARestrictedPersonIsRefusedAndRecorded(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded)) {
            submit(shielded, SubjectRequest.restrict(contact(2)));
            for (String purpose : List.of("support", "claims")) {
                for (String sql : List.of(
                        "UPDATE page_contact SET city = 'Espoo'",
                        "UPDATE page_contact SET full_name = 'Bea' WHERE contact_id = 2",
                        "DELETE FROM page_contact WHERE contact_id = 2",
                        "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (2, 'acme', 'Bea')")) {
                    try (Scope scope = as(purpose)) {
                        assertThatThrownBy(() -> Shielded.run(connection, sql))
                                .as(sql)
                                .isInstanceOf(SQLException.class)
                                .hasMessageContaining(SubjectStateException.RESTRICTED);
                    }
                }
            }
            assertThat(names(connection, "claims")).containsExactly("Ann", "Ben", "Cid");
            assertThat(shielded.raw("SELECT city FROM page_contact")).containsOnly("Oulu");
            List<AuditEvent> refusals = shielded.protection().audit().find(AuditQuery.ALL).stream()
                    .filter(event -> SubjectStateException.RESTRICTED.equals(
                            event.facts().get("code")))
                    .toList();
            assertThat(refusals).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anObjectionKeepsThePersonFromThatPurposeAlone(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded)) {
            submit(shielded, SubjectRequest.object(contact(1), "mailing"));
            RequestId outreach = submit(shielded, SubjectRequest.object(contact(3), "outreach"));
            assertThat(names(connection, "mailing")).containsExactly("Ben", "Cid");
            assertThat(names(connection, "outreach")).containsExactly("Ann", "Ben");
            assertThat(names(connection, "support")).containsExactly("Ann", "Ben", "Cid");
            try (Scope scope = as("outreach")) {
                Shielded.run(connection, "UPDATE page_contact SET city = 'Espoo'");
                assertThat(shielded.raw("SELECT city FROM page_contact ORDER BY contact_id"))
                        .as("rows of who objects are not reached")
                        .containsExactly("Espoo", "Espoo", "Oulu");
                assertThatThrownBy(() -> insert(connection, 3, "Cid"))
                        .hasMessageContaining(SubjectStateException.OBJECTED);
            }
            try (Scope scope = as("support")) {
                shielded.protection().rights().cancel(outreach, "compelling grounds");
            }
            assertThat(names(connection, "outreach")).containsExactly("Ann", "Ben", "Cid");
            submit(shielded, SubjectRequest.withdrawObjection(contact(1), "mailing"));
            assertThat(names(connection, "mailing")).containsExactly("Ann", "Ben", "Cid");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anotherNodeWithoutAMemorySeesItAtOnce_andOneThatStartsLater(TestDatabase database) throws SQLException {
        String url = database.freshDatabase();
        AtomicReference<String> configuration = new AtomicReference<>("");
        try (Shielded first = Shielded.on(url, text -> {
                    configuration.set(declared(text));
                    return configuration.get();
                });
                Connection here = filled(first);
                Shielded second = Shielded.on(url, text -> configuration.get() + "staleness: PT0S\n");
                Connection there = second.dataSource().getConnection()) {
            assertThat(names(there, "support")).hasSize(3);
            submit(first, SubjectRequest.restrict(contact(1)));
            assertThat(names(there, "support")).containsExactly("Ben", "Cid");
            assertThat(names(here, "support")).containsExactly("Ben", "Cid");
            try (Shielded third = Shielded.on(url, text -> configuration.get());
                    Connection later = third.dataSource().getConnection()) {
                assertThat(names(later, "support")).containsExactly("Ben", "Cid");
            }
        }
    }

    /** Ids that a collation, a padding or a leading zero could mistake for each other. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void exactlyThePersonIsMeant_whateverTheTypeOfTheId(TestDatabase database) throws SQLException {
        Map<String, List<String>> ids = Map.of(
                "VARCHAR(40)", List.of("anna", "Anna", "ann\u00e4", "anna2", "'"),
                "CHAR(6)", List.of("abcdef", "ABCDEF", "abcdeg"),
                "BIGINT", List.of("1", "10", "-1", "9223372036854775807"),
                "SMALLINT", List.of("1", "10"),
                "DECIMAL(30, 0)", List.of("7", "70", "123456789012345678901234567890"),
                "DECIMAL(12, 2)", List.of("7", "70"),
                "UUID", List.of("0a0B0c0d-0000-4000-8000-00000000000a", "0a0b0c0d-0000-4000-8000-00000000000b"));
        for (Map.Entry<String, List<String>> type : ids.entrySet()) {
            exactly(database, type.getKey(), type.getValue());
        }
    }

    private static void exactly(TestDatabase database, String type, List<String> ids) throws SQLException {
        try (Shielded shielded = shielded(database);
                Connection connection = shielded.dataSource().getConnection();
                Scope scope = as("support")) {
            Shielded.run(
                    connection,
                    "CREATE TABLE message (message_id INT NOT NULL PRIMARY KEY, contact_id " + type
                            + " NOT NULL, client_id VARCHAR(40) NOT NULL, body VARCHAR(100))");
            for (int i = 0; i < ids.size(); i++) {
                Shielded.run(
                        connection,
                        "INSERT INTO message (message_id, contact_id, client_id, body) VALUES (" + i + ", '"
                                + ids.get(i).replace("'", "''") + "', 'acme', 'body')");
            }
            List<String> known = shielded.raw("SELECT id FROM " + schema(database, shielded) + ".subject_state");
            assertThat(known).hasSize(ids.size());
            List<String> left = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                left.add(String.valueOf(i));
            }
            for (int i = 0; i < ids.size(); i++) {
                String id = type.equals("UUID") ? ids.get(i).toLowerCase(java.util.Locale.ROOT) : ids.get(i);
                assertThat(known).contains(id);
                submit(shielded, SubjectRequest.restrict(contact(id)));
                left.remove(0);
                assertThat(Shielded.strings(connection, "SELECT message_id FROM message ORDER BY message_id"))
                        .as(type + " " + id)
                        .isEqualTo(left);
            }
        }
    }

    private static String schema(TestDatabase database, Shielded shielded) throws SQLException {
        return database == TestDatabase.MARIADB
                ? Objects.requireNonNull(shielded.raw("SELECT DATABASE()").get(0)) + "_protection"
                : "protection";
    }

    /** A person named through another table, in a dataset of one fixed tenant. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPersonNamedThroughAnotherTableIsLeftOutToo(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(
                        database.freshDatabase(),
                        text -> declared(text)
                                .replace("""
                                                key: [message_id]
                                                purposes: [support]
                                                subject: { contact: contact_id }
                                                tenant: client_id
                                                """.indent(4), """
                                                key: [message_id]
                                                purposes: [support]
                                                subject: { contact: thread_id -> thread.contact_id }
                                                tenant: { fixed: acme }
                                                """.indent(4))
                                .replace("  message:\n", """
                                        thread:
                                          key: [thread_id]
                                          purposes: [support]
                                          subject: { contact: contact_id }
                                          tenant: { fixed: acme }
                                          fields:
                                            title: { category: communication }
                                        message:
                                        """.indent(2)));
                Connection connection = shielded.dataSource().getConnection();
                Scope scope = as("support")) {
            Shielded.run(
                    connection,
                    "CREATE TABLE numbers (n INT NOT NULL PRIMARY KEY)",
                    "INSERT INTO numbers VALUES (10), (20)",
                    "CREATE TABLE thread (thread_id INT NOT NULL PRIMARY KEY, contact_id INT NOT NULL, title VARCHAR(40))",
                    "INSERT INTO thread (thread_id, contact_id) VALUES (10, 1)",
                    "INSERT INTO thread (thread_id, contact_id) VALUES (20, 2)",
                    "CREATE TABLE message (message_id INT NOT NULL PRIMARY KEY, thread_id INT NOT NULL, body VARCHAR(100))",
                    "INSERT INTO message (message_id, thread_id, body) VALUES (1, 10, 'to Ann')",
                    "INSERT INTO message (message_id, thread_id, body) VALUES (2, 20, 'to Ben')");
            submit(shielded, SubjectRequest.restrict(contact(1)));
            assertThat(Shielded.strings(connection, "SELECT body FROM message")).containsExactly("to Ben");
            assertThat(Shielded.strings(
                            connection,
                            "SELECT n FROM numbers LEFT JOIN message m ON m.thread_id = n"
                                    + " AND CAST(m.message_id AS CHAR(2)) <> 'x' WHERE m.message_id IS NULL"))
                    .containsExactly("10");
            assertThat(Shielded.strings(connection, "SELECT thread_id FROM thread"))
                    .containsExactly("20");
        }
    }
}
