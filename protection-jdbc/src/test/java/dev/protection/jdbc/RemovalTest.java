package dev.protection.jdbc;

import static dev.protection.jdbc.Persons.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ProtectionException;
import dev.protection.Scope;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectStateException;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever empties or drops a protected table is a DELETE of its rows: decided, checked for each person, recorded. */
class RemovalTest {
    private static final List<String> REMOVALS = List.of("TRUNCATE TABLE page_contact", "DROP TABLE page_contact");

    private static Connection filled(Shielded shielded) throws SQLException {
        Connection connection = shielded.dataSource().getConnection();
        Shielded.run(
                connection,
                Shielded.CONTACTS,
                "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (1, 'acme', 'Ann'), (2, 'acme', 'Ben')");
        return connection;
    }

    private static void assertRefused(Connection connection, String sql, String code) {
        assertThatThrownBy(() -> Shielded.run(connection, sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProtectionException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<AuditEvent> deletions(Shielded shielded, AuditEvent.Outcome outcome) {
        return shielded.protection().audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.DELETE)).stream()
                .filter(event -> event.outcome() == outcome)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aTableWithAPersonUnderAHoldIsNeitherEmptiedNorDropped(TestDatabase database) throws SQLException {
        for (boolean autocommit : new boolean[] {true, false}) {
            for (String removal : REMOVALS) {
                try (Shielded shielded = Shielded.on(database);
                        Scope scope = Shielded.as("job", "acme");
                        Connection connection = filled(shielded)) {
                    HoldId hold = shielded.protection()
                            .retention()
                            .hold(new LegalHold(contact(2), "matter 7", "a court wants it", Optional.empty()));
                    connection.setAutoCommit(autocommit);
                    assertRefused(connection, removal, SubjectStateException.HELD);
                    end(connection);
                    assertThat(shielded.raw("SELECT COUNT(*) FROM page_contact"))
                            .containsExactly("2");
                    assertThat(deletions(shielded, AuditEvent.Outcome.REFUSED)).hasSize(1);
                    assertThat(deletions(shielded, AuditEvent.Outcome.DONE)).isEmpty();

                    shielded.protection().retention().release(hold, "the matter is closed");
                    Shielded.run(connection, removal);
                    end(connection);
                    AuditEvent done =
                            deletions(shielded, AuditEvent.Outcome.DONE).get(0);
                    assertThat(done.rows()).isEqualTo(2);
                    assertThat(done.subjects()).as("persons on record").hasSize(2);
                }
            }
        }
    }

    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRestrictedPersonKeepsTheTable(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("job", "acme");
                Connection connection = filled(shielded)) {
            shielded.protection().rights().submit(SubjectRequest.restrict(contact(1)));
            for (String removal : REMOVALS) {
                assertRefused(connection, removal, SubjectStateException.RESTRICTED);
            }
            assertThat(shielded.raw("SELECT COUNT(*) FROM page_contact")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRightToOneTenantsRowsIsNoRightToAll_andAnEmptyTableIsAnybodys(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database)) {
            try (Scope scope = Shielded.as("agent", "acme");
                    Connection connection = filled(shielded)) {
                for (String removal : REMOVALS) {
                    assertRefused(connection, removal, "PROT-ACCESS-DENIED");
                }
                Shielded.run(connection, "DELETE FROM page_contact");
            }
            try (Connection connection = shielded.dataSource().getConnection()) {
                for (String removal : REMOVALS) {
                    Shielded.run(connection, removal);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatHoldsAProtectedTableIsNotDropped(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("job", "acme");
                Connection connection = filled(shielded)) {
            for (String sql : wholesale(database, shielded)) {
                assertRefused(connection, sql, "PROT-SQL-CASCADE");
                assertRefused(connection, "/* all of it */ " + sql, "PROT-SQL-CASCADE");
            }
            assertThat(shielded.raw("SELECT COUNT(*) FROM page_contact")).containsExactly("2");
            Shielded.run(connection, "CREATE SCHEMA empty_one", "DROP SCHEMA IF EXISTS empty_one");
        }
    }

    private static List<String> wholesale(TestDatabase database, Shielded shielded) throws SQLException {
        try (Connection raw = DriverManager.getConnection(shielded.url())) {
            return switch (database) {
                case POSTGRESQL ->
                    List.of(
                            "DROP SCHEMA public CASCADE",
                            "drop schema if exists \"public\" cascade",
                            "DROP OWNED BY CURRENT_USER");
                case MARIADB ->
                    List.of("DROP DATABASE " + raw.getCatalog(), "DROP SCHEMA IF EXISTS `" + raw.getCatalog() + "`");
                case H2 -> List.of("DROP ALL OBJECTS", "DROP SCHEMA PUBLIC CASCADE", "drop schema \"PUBLIC\" cascade");
            };
        }
    }

    /** The table that is meant is the one that is named, not another of that name. */
    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.class,
            names = {"POSTGRESQL", "H2"})
    void aTableInAnotherSchemaIsLookedAtThere(TestDatabase database) throws SQLException {
        for (String removal : REMOVALS) {
            try (Shielded shielded = Shielded.on(database);
                    Scope scope = Shielded.as("job", "acme");
                    Connection connection = shielded.dataSource().getConnection()) {
                String named = "elsewhere.page_contact";
                Shielded.run(
                        connection,
                        "CREATE SCHEMA elsewhere",
                        Shielded.CONTACTS,
                        Shielded.CONTACTS.replace("page_contact", named),
                        "INSERT INTO " + named + " (contact_id, client_id, full_name) VALUES (2, 'acme', 'Ben')");
                shielded.protection()
                        .retention()
                        .hold(new LegalHold(contact(2), "matter 7", "a court wants it", Optional.empty()));
                Shielded.run(connection, removal);
                assertRefused(connection, removal.replace("page_contact", named), SubjectStateException.HELD);
                assertThat(shielded.raw("SELECT COUNT(*) FROM " + named)).containsExactly("1");
            }
        }
    }

    @Test
    void mariaDbsOtherWordsForIt_areTheSame() throws SQLException {
        try (Shielded shielded = Shielded.on(TestDatabase.MARIADB);
                Scope scope = Shielded.as("agent", "acme");
                Connection connection = filled(shielded)) {
            for (String sql : List.of(
                    "DROP TABLES page_contact", "DROP TABLES IF EXISTS page_contact", "TRUNCATE page_contact")) {
                assertRefused(connection, sql, "PROT-ACCESS-DENIED");
            }
            assertThat(shielded.raw("SELECT COUNT(*) FROM page_contact")).containsExactly("2");
        }
    }
}
