package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectStateException;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A change of one person's rows in PostgreSQL: one statement that locks, changes and records, or the usual way. */
class ChangeAtOnceTest {
    private static final String UPDATE = "UPDATE page_contact SET full_name = ?, city = ? WHERE contact_id = ?";
    private static final String DELETE = "DELETE FROM page_contact WHERE contact_id = ? -- the one";

    private static Connection filled(Shielded shielded, SentStatements sent) throws SQLException {
        Connection connection = sent.over(shielded).getConnection();
        Shielded.run(connection, Shielded.CONTACTS);
        String insert =
                "INSERT INTO page_contact (contact_id, client_id, full_name, city) VALUES (?, ?, 'Ann', 'Oulu')";
        try (Scope scope = Shielded.as("job", "acme");
                PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int id = 1; id <= 3; id++) {
                statement.setInt(1, id);
                statement.setString(2, id == 3 ? "other" : "acme");
                statement.executeUpdate();
            }
        }
        sent.taken();
        return connection;
    }

    private static Shielded shielded() {
        return Shielded.on(TestDatabase.POSTGRESQL);
    }

    private static int update(Connection connection, String name, int id) throws SQLException {
        try (Scope scope = Shielded.as("agent", "acme");
                PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setString(1, name);
            statement.setString(2, "Espoo");
            statement.setInt(3, id);
            return statement.executeUpdate();
        }
    }

    private static int delete(Connection connection, int id) throws SQLException {
        try (Scope scope = Shielded.as("agent", "acme");
                PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setInt(1, id);
            return statement.executeUpdate();
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        try (Scope scope = Shielded.as("job", "acme")) {
            return Shielded.strings(connection, "SELECT full_name FROM page_contact ORDER BY contact_id");
        }
    }

    private static SubjectRef contact(int id) {
        return SubjectRef.of(TenantId.of("acme"), "contact", id);
    }

    private static List<AuditEvent> changes(Shielded shielded) {
        return shielded.protection().audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.MODIFY, AuditEvent.Kind.DELETE));
    }

    @Test
    void oneStatementChangesAndRecords() throws SQLException {
        SentStatements sent = new SentStatements();
        try (Shielded shielded = shielded();
                Connection connection = filled(shielded, sent)) {
            int before = changes(shielded).size();
            assertThat(update(connection, "Cat", 1)).isEqualTo(1);
            sent.taken(); // it has asked for rules
            assertThat(update(connection, "Bea", 1)).isEqualTo(1);
            assertThat(sent.taken()).singleElement().asString().contains("UPDATE page_contact", "protection.outbox");
            assertThat(names(connection)).containsExactly("Bea", "Ann", "Ann");
            List<AuditEvent> recorded = changes(shielded);
            assertThat(recorded).hasSize(before + 2);
            AuditEvent event = recorded.get(before + 1);
            assertThat(event.kind()).isEqualTo(AuditEvent.Kind.MODIFY);
            assertThat(event.fields()).containsExactly("city", "full_name");
            assertThat(event.subjects()).isEqualTo(recorded.get(0).subjects()).hasSize(1);
            assertThat(delete(connection, 4)).isZero();
            sent.taken();
            assertThat(delete(connection, 1)).isEqualTo(1);
            assertThat(sent.taken()).hasSize(1);
            assertThat(changes(shielded)).hasSize(before + 3);
            assertThat(names(connection)).containsExactly("Ann", "Ann");
        }
    }

    @Test
    void inATransactionItIsTakenBackWithTheRecord() throws SQLException {
        try (Shielded shielded = shielded();
                Connection connection = filled(shielded, new SentStatements())) {
            int before = changes(shielded).size();
            connection.setAutoCommit(false);
            assertThat(update(connection, "Bea", 1)).isEqualTo(1);
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(names(connection)).containsExactly("Ann", "Ann", "Ann");
            assertThat(changes(shielded)).hasSize(before);
        }
    }

    @Test
    void rowsOfAnotherTenantAndOfNobodyAreNotReached_andNothingIsRecorded() throws SQLException {
        try (Shielded shielded = shielded();
                Connection connection = filled(shielded, new SentStatements())) {
            int before = changes(shielded).size();
            for (int id : List.of(3, 4)) {
                assertThat(update(connection, "Bea", id)).isZero();
                assertThat(delete(connection, id)).isZero();
            }
            assertThat(changes(shielded)).hasSize(before);
            assertThat(names(connection)).containsExactly("Ann", "Ann", "Ann");
        }
    }

    @Test
    void aRestrictedPersonAHoldAndAnErasureRefuseIt() throws SQLException {
        try (Shielded shielded = shielded();
                Connection connection = filled(shielded, new SentStatements())) {
            try (Scope scope = Shielded.as("agent", "acme")) {
                shielded.protection().rights().submit(SubjectRequest.restrict(contact(1)));
            }
            requireRefused(connection, 1, SubjectStateException.RESTRICTED);
            shielded.beneath("UPDATE protection.subject_state SET holds = 1 WHERE id = '2'");
            requireRefused(connection, 2, SubjectStateException.HELD);
            shielded.beneath("UPDATE protection.subject_state SET holds = 0, phase = 'ERASING' WHERE id = '2'");
            requireRefused(connection, 2, "PROT-SUBJECT");
        }
    }

    private static void requireRefused(Connection connection, int id, String code) throws SQLException {
        assertThatThrownBy(() -> update(connection, "Bea", id)).hasMessageContaining(code);
        assertThatThrownBy(() -> delete(connection, id)).hasMessageContaining(code);
    }

    /** The statement looks for its rows before the eraser commits, and must not change them after. */
    @Test
    void whoIsErasedWhileTheStatementWaitsForTheLockIsNotChanged()
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        try (Shielded shielded = shielded();
                Connection connection = filled(shielded, new SentStatements());
                Connection eraser = DriverManager.getConnection(shielded.url())) {
            eraser.setAutoCommit(false);
            Shielded.run(eraser, "UPDATE protection.subject_state SET phase = 'ERASING' WHERE id = '1'");
            CompletableFuture<Integer> changing = CompletableFuture.supplyAsync(() -> {
                try {
                    return update(connection, "Bea", 1);
                } catch (SQLException e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            });
            while (shielded.raw("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                            + " AND datname = current_database()")
                    .isEmpty()) {
                assertThat(changing).isNotDone();
            }
            eraser.commit();
            assertThatThrownBy(() -> changing.get(1, TimeUnit.MINUTES)).hasMessageContaining("PROT-SUBJECT");
            assertThat(shielded.raw("SELECT city FROM page_contact WHERE contact_id = 1"))
                    .containsExactly("Oulu");
        }
    }

    @Test
    void aTableWithRulesIsChangedTheUsualWay() throws SQLException {
        SentStatements sent = new SentStatements();
        try (Shielded shielded = shielded();
                Connection connection = filled(shielded, sent)) {
            shielded.beneath("CREATE TABLE noted (n INT)");
            shielded.beneath("CREATE RULE noting AS ON UPDATE TO page_contact DO ALSO INSERT INTO noted VALUES (1)");
            assertThat(update(connection, "Bea", 1)).isEqualTo(1);
            assertThat(sent.taken()).hasSizeGreaterThan(2);
            assertThat(shielded.raw("SELECT n FROM noted")).hasSize(1);
            assertThat(names(connection)).containsExactly("Bea", "Ann", "Ann");
        }
    }

    /** What a column's collation takes for the same person is another one. */
    @Test
    void exactlyThePersonIsMeant() throws SQLException {
        SentStatements sent = new SentStatements();
        try (Shielded shielded = shielded();
                Connection connection = sent.over(shielded).getConnection();
                Scope scope = Shielded.as("agent", "acme")) {
            shielded.beneath(
                    "CREATE COLLATION anyhow (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
            Shielded.run(
                    connection,
                    "CREATE TABLE message (message_id INT NOT NULL PRIMARY KEY,"
                            + " contact_id VARCHAR(40) COLLATE anyhow NOT NULL, client_id VARCHAR(40) NOT NULL, body VARCHAR(100))",
                    "INSERT INTO message (message_id, contact_id, client_id, body) VALUES (1, 'anna', 'acme', 'a')",
                    "INSERT INTO message (message_id, contact_id, client_id, body) VALUES (2, 'Anna', 'acme', 'b')");
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE message SET body = 'c' WHERE message_id = ? AND contact_id = ?")) {
                update.setInt(1, 2);
                update.setString(2, "anna");
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
            assertThat(Shielded.strings(connection, "SELECT body FROM message ORDER BY message_id"))
                    .as("sealed under the key of the row's own person")
                    .containsExactly("a", "c");
        }
    }
}
