package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing the database says about a protected statement reaches the application in its own words. */
class ServerMessagesTest {
    private static final String SENTINEL = "Sentinel";

    private static void fill(Connection connection) throws SQLException {
        Shielded.run(
                connection,
                Shielded.CONTACTS,
                "INSERT INTO page_contact (contact_id, client_id, full_name, city, note)"
                        + " VALUES (1, 'acme', 'Anna', 'Sentinel city', 'Sentinel note')");
    }

    /** Everything an exception could show, however it is printed. */
    private static String all(SQLException error) {
        StringWriter printed = new StringWriter();
        for (Throwable each : error) {
            each.printStackTrace(new PrintWriter(printed, true));
            printed.append(each.toString());
        }
        return printed.toString();
    }

    private static SQLException failure(ThrowingCallable call) {
        SQLException error = catchThrowableOfType(SQLException.class, call);
        assertThat(all(error)).doesNotContain(SENTINEL);
        return error;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void errorsKeepTheirStateAndLoseTheirWords(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("agent", "acme");
                Connection connection = shielded.dataSource().getConnection();
                Connection plain = DriverManager.getConnection(shielded.url())) {
            fill(connection);
            shielded.beneath("CREATE UNIQUE INDEX one_note ON page_contact (note)");
            String duplicate = "INSERT INTO page_contact (contact_id, client_id, full_name, note)"
                    + " VALUES (%d, 'acme', 'x', 'Sentinel note')";
            SQLException raw = catchThrowableOfType(
                    SQLException.class,
                    () -> Shielded.run(
                            plain,
                            "INSERT INTO page_contact (contact_id, client_id, note) VALUES (9, 'acme', 'Sentinel note')"));
            SQLException ours = failure(() -> Shielded.run(connection, duplicate.formatted(2)));
            assertThat(ours.getSQLState()).isEqualTo(raw.getSQLState());
            assertThat(ours.getErrorCode()).isEqualTo(raw.getErrorCode());
            failure(() -> batch(connection, duplicate));
            failure(() -> prepared(connection));
            if (database != TestDatabase.MARIADB) {
                failure(() -> Shielded.strings(connection, "SELECT CAST(city AS INT) FROM page_contact"));
                failure(() ->
                        Shielded.run(connection, "UPDATE page_contact SET note = 'x' WHERE CAST(note AS INT) = 1"));
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT city, note, full_name FROM page_contact")) {
                assertThat(rows.next()).isTrue();
                failure(() -> rows.getInt(1));
                failure(() -> rows.getLong("note"));
                failure(() -> rows.getDate(2));
                failure(() -> rows.getObject(1, java.util.UUID.class));
            }
        }
    }

    private static void batch(Connection connection, String duplicate) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.addBatch("UPDATE page_contact SET city = 'y' WHERE contact_id = 77");
            statement.addBatch(duplicate.formatted(3));
            statement.executeBatch();
        } catch (BatchUpdateException e) {
            assertThat(e.getUpdateCounts()).hasSize(2);
            throw e;
        }
    }

    private static void prepared(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO page_contact (contact_id, client_id, full_name, note) VALUES (?, 'acme', 'x', ?)")) {
            for (int id = 10; id < 13; id++) {
                insert.setInt(1, id);
                insert.setString(2, "Sentinel note");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void assertWordless(SQLWarning warnings) {
        for (SQLWarning each = warnings; each != null; each = each.getNextWarning()) {
            assertThat(all(each)).doesNotContain(SENTINEL);
        }
    }

    @Test
    void mariaDb_warningsLoseTheirWordsAndAreNotRepeated() throws SQLException {
        try (Shielded shielded = Shielded.on(TestDatabase.MARIADB);
                Scope scope = Shielded.as("agent", "acme");
                Connection connection = shielded.dataSource().getConnection()) {
            fill(connection);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT city + 0 FROM page_contact")) {
                assertThat(rows.next()).isTrue();
                assertWordless(rows.getWarnings());
                assertWordless(statement.getWarnings());
                assertWordless(connection.getWarnings());
            }
            assertThat(failure(() -> Shielded.strings(connection, "SHOW WARNINGS"))
                            .getMessage())
                    .contains("PROT-JDBC-MESSAGES");
        }
    }

    @Test
    void postgres_noticesAndErrorsAtCommitLoseTheirWords() throws SQLException {
        try (Shielded shielded = Shielded.on(TestDatabase.POSTGRESQL);
                Scope scope = Shielded.as("agent", "acme");
                Connection connection = shielded.dataSource().getConnection()) {
            fill(connection);
            shielded.beneath("CREATE FUNCTION tell(note text) RETURNS boolean LANGUAGE plpgsql AS"
                    + " 'begin raise warning ''%'', note; return true; end'");
            shielded.beneath(
                    "ALTER TABLE page_contact ADD CONSTRAINT late UNIQUE (note) DEFERRABLE INITIALLY DEFERRED");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT 1 FROM page_contact WHERE tell(note)")) {
                assertThat(rows.next()).isTrue();
                assertWordless(rows.getWarnings());
                assertWordless(statement.getWarnings());
                assertWordless(connection.getWarnings());
            }
            connection.setAutoCommit(false);
            Shielded.run(
                    connection,
                    "INSERT INTO page_contact (contact_id, client_id, full_name, note)"
                            + " VALUES (2, 'acme', 'x', 'Sentinel note')");
            assertThat(failure(connection::commit).getSQLState()).isEqualTo("23505");
            connection.rollback();
        }
    }
}
