package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditions that are answered after opening: who may, how much, what is recorded, and what others write meanwhile. */
class OpenedConditionTest {
    private static final int CAP = 10_000;
    private static final String FOUND =
            "SELECT contact_id FROM page_contact WHERE full_name LIKE '%a%' ORDER BY contact_id";

    private static Shielded shielded(TestDatabase database) {
        return Shielded.on(
                database.freshDatabase(),
                text -> text.replace("type: date, encrypt: true", "type: date, encrypt: true, search: [order]")
                        .replace(
                                "search: [equality], collation: exact, provided",
                                "search: [substring]," + " collation: exact, provided"));
    }

    private static void fill(Shielded shielded, String tenant, int from, int to) throws SQLException {
        try (Connection connection = shielded.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO page_contact (contact_id, client_id, full_name, birth_date) VALUES (?, ?, ?, ?)")) {
            for (int i = from; i <= to; i++) {
                insert.setInt(1, i);
                insert.setString(2, tenant);
                insert.setString(3, i % 2 == 0 ? "Even name" : "Other");
                insert.setDate(4, java.sql.Date.valueOf("199" + i % 10 + "-01-01"));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void create(Shielded shielded) throws SQLException {
        try (Connection connection = shielded.dataSource().getConnection()) {
            Shielded.run(connection, Shielded.CONTACTS);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void rowsOfOtherTenantsAreNeitherOpenedNorInTheWay(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database)) {
            try (Scope scope = Shielded.as("job", "acme")) {
                create(shielded);
                fill(shielded, "acme", 1, 4);
                fill(shielded, "globex", 5, 8);
            }
            try (Scope scope = Shielded.as("agent", "globex");
                    Connection connection = shielded.dataSource().getConnection()) {
                assertThat(Shielded.strings(connection, FOUND)).containsExactly("6", "8");
                assertThat(Shielded.strings(connection, FOUND.replace("LIKE", "NOT LIKE")))
                        .containsExactly("5", "7");
                Shielded.run(connection, "DELETE FROM page_contact WHERE birth_date >= '1990-01-01'");
            }
            assertThat(shielded.raw("SELECT COUNT(*) FROM page_contact")).containsExactly("4");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void onlyThoseWhoAreShownAreRecorded_andTheFieldAsOneThatDecides(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Scope scope = Shielded.as("agent", "acme")) {
            create(shielded);
            fill(shielded, "acme", 1, 12);
            try (Connection connection = shielded.dataSource().getConnection()) {
                Shielded.strings(connection, FOUND.replace("contact_id FROM", "full_name FROM") + " LIMIT 2");
                Shielded.strings(connection, "SELECT COUNT(*) FROM page_contact WHERE birth_date < '1995-01-01'");
            }
            List<AuditEvent> reads = shielded.reads();
            assertThat(reads).hasSize(2);
            assertThat(reads).anySatisfy(read -> {
                assertThat(read.subjects()).hasSize(2);
                assertThat(read.fields()).contains("full_name");
            });
            assertThat(reads).anySatisfy(read -> {
                assertThat(read.subjects()).isEmpty();
                assertThat(read.fields()).contains("birth_date");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoSeesTheFieldMasked_cannotSearchIt(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database)) {
            try (Scope scope = Shielded.as("agent", "acme")) {
                create(shielded);
                fill(shielded, "acme", 1, 3);
            }
            try (Scope scope = ProtectionContext.of(
                                    Actor.of("user-8", "mailer", "acme"), "newsletter", TenantId.of("acme"))
                            .open();
                    Connection connection = shielded.dataSource().getConnection()) {
                assertThatThrownBy(() -> Shielded.strings(connection, FOUND)).hasMessageContaining("PROT-ACCESS");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void moreValuesThanTheCap_areRefused_upToItTheyAreFound(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Scope scope = Shielded.as("agent", "acme")) {
            create(shielded);
            fill(shielded, "acme", 1, CAP);
            try (Connection connection = shielded.dataSource().getConnection()) {
                assertThat(Shielded.strings(connection, FOUND)).hasSize(CAP / 2).startsWith("2", "4");
                fill(shielded, "acme", CAP + 1, CAP + 1);
                assertThatThrownBy(() -> Shielded.strings(connection, FOUND + " LIMIT 1"))
                        .hasMessageContaining("PROT-JDBC-SEARCH-CAP");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aRowWrittenBetweenOpeningAndSending_isFoundToo(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Scope scope = Shielded.as("agent", "acme")) {
            create(shielded);
            fill(shielded, "acme", 1, 4);
            DataSource disturbed = Disturbed.once(shielded, () -> fill(shielded, "acme", 6, 6));
            try (Connection connection = disturbed.getConnection()) {
                assertThat(Shielded.strings(connection, FOUND)).containsExactly("2", "4", "6");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void withinATransaction_theStatementIsRunAgain_andTheTransactionGoesOn(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Scope scope = Shielded.as("agent", "acme")) {
            create(shielded);
            fill(shielded, "acme", 1, 4);
            DataSource disturbed = Disturbed.once(shielded, () -> fill(shielded, "acme", 6, 6));
            try (Connection connection = disturbed.getConnection()) {
                connection.setAutoCommit(false);
                List<String> found = Shielded.strings(connection, FOUND);
                boolean snapshot = database == TestDatabase.MARIADB;
                assertThat(found).isEqualTo(snapshot ? List.of("2", "4") : List.of("2", "4", "6"));
                Shielded.run(connection, "UPDATE page_contact SET city = 'Oulu' WHERE contact_id = 1");
                connection.commit();
            }
            assertThat(shielded.raw("SELECT COUNT(*) FROM page_contact WHERE city = 'Oulu'"))
                    .containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whereOthersNeverRest_theStatementGivesUp_andNothingIsChanged(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Scope scope = Shielded.as("agent", "acme")) {
            create(shielded);
            fill(shielded, "acme", 1, 4);
            int[] next = {10};
            DataSource disturbed = Disturbed.always(shielded, () -> fill(shielded, "acme", next[0], next[0]++));
            try (Connection connection = disturbed.getConnection()) {
                assertThatThrownBy(() -> Shielded.strings(connection, FOUND))
                        .isInstanceOfSatisfying(SQLException.class, failure -> {
                            assertThat(failure.getSQLState()).isEqualTo("40001");
                            assertThat(failure.getMessage()).contains("PROT-CHANGED-MEANWHILE");
                        });
                assertThatThrownBy(() -> Shielded.run(
                                connection, "UPDATE page_contact SET city = 'x' WHERE full_name LIKE '%a%'"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                failure -> assertThat(failure.getSQLState()).isEqualTo("40001"));
            }
            assertThat(shielded.raw("SELECT COUNT(*) FROM page_contact WHERE city = 'x'"))
                    .containsExactly("0");
        }
    }
}
