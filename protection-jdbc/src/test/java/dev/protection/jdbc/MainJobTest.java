package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import dev.protection.testing.servers.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way through everything, on each real database. */
class MainJobTest {
    private static final String CONTACTS = "CREATE TABLE page_contact (contact_id INT NOT NULL PRIMARY KEY,"
            + " client_id VARCHAR(40) NOT NULL, full_name VARCHAR(200), email VARCHAR(200), birth_date DATE,"
            + " city VARCHAR(80), note VARCHAR(200))";

    /** A protected database and the same database beneath. */
    private record Setup(String url, Protection protection, DataSource dataSource) implements AutoCloseable {
        /** The declaration with an anchor of its own: one log's anchor is another log's alarm. */
        private static Path configuration() {
            try (InputStream declared = MainJobTest.class.getResourceAsStream("/e2e.yaml")) {
                Path directory = Files.createTempDirectory(Path.of("target"), "main-job");
                Path file = directory.resolve("protection.yaml");
                String text = new String(declared.readAllBytes(), StandardCharsets.UTF_8);
                return Files.writeString(file, text.replace("target/e2e", directory.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Setup on(TestDatabase database) throws SQLException {
            String url = database.freshDatabase();
            Protection protection = Protection.builder()
                    .config(configuration().toString())
                    .dataStore(new StoresSettings.Database(url, Optional.empty(), Optional.empty()))
                    .build();
            return new Setup(url, protection, ProtectedDataSource.wrap(new UrlDataSource(url), protection));
        }

        List<String> raw(String query) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url)) {
                return strings(connection, query);
            }
        }

        @Override
        public void close() {
            protection.close();
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Scope as(String role, String purpose, String tenant) {
        return ProtectionContext.of(Actor.of("user-7", role, tenant), purpose, TenantId.of(tenant))
                .open();
    }

    private static void insert(Connection connection, int id, String tenant, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO page_contact (contact_id, client_id, full_name, email, birth_date, city)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")) {
            statement.setInt(1, id);
            statement.setString(2, tenant);
            statement.setString(3, name);
            statement.setString(4, name.toLowerCase(java.util.Locale.ROOT) + "@example.com");
            statement.setObject(5, LocalDate.of(1990, 1, id));
            statement.setString(6, "Oulu");
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsWrittenIsSealedFoundAndReadBack(TestDatabase database) throws SQLException {
        try (Setup setup = Setup.on(database);
                Connection connection = setup.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(CONTACTS);
            try (Scope scope = as("agent", "support", "acme")) {
                insert(connection, 1, "acme", "Anna");
                insert(connection, 2, "acme", "Bert");
                assertThat(strings(connection, "SELECT full_name FROM page_contact ORDER BY contact_id"))
                        .containsExactly("Anna", "Bert");
                assertThat(strings(connection, "SELECT contact_id FROM page_contact WHERE email = 'bert@example.com'"))
                        .containsExactly("2");
                try (ResultSet rows = statement.executeQuery("SELECT * FROM page_contact WHERE contact_id = 1")) {
                    assertThat(rows.getMetaData().getColumnCount()).isEqualTo(7);
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString("full_name")).isEqualTo("Anna");
                    assertThat(rows.getObject("birth_date", LocalDate.class)).isEqualTo(LocalDate.of(1990, 1, 1));
                    assertThat(rows.getString("city")).isEqualTo("Oulu");
                    assertThat(rows.next()).isFalse();
                }
            }
            assertThat(setup.raw("SELECT full_name FROM page_contact").toString())
                    .doesNotContain("Anna")
                    .doesNotContain("Bert");
            assertThat(setup.protection().audit().verify().problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void updatesAndDeletesReachTheirRowsOnly(TestDatabase database) throws SQLException {
        try (Setup setup = Setup.on(database);
                Connection connection = setup.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(CONTACTS);
            try (Scope scope = as("job", "support", "acme")) {
                insert(connection, 1, "acme", "Anna");
                insert(connection, 2, "acme", "Bert");
                insert(connection, 3, "globex", "Cleo");
                assertThat(statement.executeUpdate("UPDATE page_contact SET full_name = 'Same' WHERE contact_id <= 2"))
                        .isEqualTo(2);
            }
            try (Scope scope = as("agent", "support", "acme")) {
                assertThat(strings(connection, "SELECT full_name FROM page_contact ORDER BY contact_id"))
                        .containsExactly("Same", "Same");
                assertThat(statement.executeUpdate("DELETE FROM page_contact WHERE full_name = 'Same'"))
                        .isEqualTo(2);
                assertThat(statement.executeUpdate("DELETE FROM page_contact WHERE contact_id = 3"))
                        .isZero();
            }
            try (Scope scope = as("agent", "support", "globex")) {
                assertThat(strings(connection, "SELECT full_name FROM page_contact"))
                        .containsExactly("Cleo");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aKeyTheDatabaseGeneratesNamesThePerson(TestDatabase database) throws SQLException {
        try (Setup setup = Setup.on(database);
                Connection connection = setup.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            String identity = database == TestDatabase.MARIADB
                    ? "INT AUTO_INCREMENT PRIMARY KEY"
                    : "INT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
            statement.executeUpdate(CONTACTS.replace("INT NOT NULL PRIMARY KEY", identity));
            try (Scope scope = as("agent", "support", "acme");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO page_contact (client_id, full_name) VALUES (?, ?)",
                            Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, "acme");
                insert.setString(2, "Dora");
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    assertThat(keys.next()).isTrue();
                    assertThat(keys.getInt(1)).isEqualTo(1);
                }
                assertThat(strings(connection, "SELECT full_name FROM page_contact WHERE contact_id = 1"))
                        .containsExactly("Dora");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void masksAreShownButNeverWrittenBack(TestDatabase database) throws SQLException {
        try (Setup setup = Setup.on(database);
                Connection connection = setup.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(CONTACTS);
            try (Scope scope = as("agent", "support", "acme")) {
                insert(connection, 1, "acme", "Anna");
            }
            try (Scope scope = as("mailer", "newsletter", "acme")) {
                assertThat(strings(connection, "SELECT full_name FROM page_contact"))
                        .containsExactly("***");
                assertThat(strings(connection, "SELECT city FROM page_contact")).containsExactly("***");
                assertThat(statement.executeUpdate(
                                "UPDATE page_contact SET full_name = '***', city = '***', email = 'new@example.com'"))
                        .isEqualTo(1);
                assertThatThrownBy(() -> statement.executeQuery("SELECT 1 FROM page_contact WHERE full_name = 'Anna'"))
                        .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
            }
            try (Scope scope = as("agent", "support", "acme")) {
                assertThat(strings(connection, "SELECT full_name FROM page_contact"))
                        .containsExactly("Anna");
                assertThat(strings(connection, "SELECT city FROM page_contact")).containsExactly("Oulu");
                assertThat(strings(connection, "SELECT email FROM page_contact"))
                        .containsExactly("new@example.com");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void readsThatAreRolledBackAndRefusalsLeaveTheirEvents(TestDatabase database) throws SQLException {
        try (Setup setup = Setup.on(database);
                Connection connection = setup.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(CONTACTS);
            try (Scope scope = as("agent", "support", "acme")) {
                insert(connection, 1, "acme", "Anna");
                insert(connection, 2, "acme", "Bert");
                connection.setAutoCommit(false);
                assertThat(strings(connection, "SELECT full_name FROM page_contact WHERE contact_id = 1"))
                        .containsExactly("Anna");
                connection.rollback();
                connection.setAutoCommit(true);
                assertThatThrownBy(() ->
                                statement.executeQuery("SELECT contact_id FROM page_contact WHERE full_name > 'A'"))
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> statement.executeQuery("SELECT full_name FROM page_contact"))
                    .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
            List<AuditEvent> reads = setup.protection().audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.READ));
            assertThat(reads.stream().filter(event -> event.outcome() == AuditEvent.Outcome.DONE))
                    .hasSize(1)
                    .allSatisfy(event -> assertThat(event.subjects()).hasSize(1));
            assertThat(reads.stream().filter(event -> event.outcome() == AuditEvent.Outcome.REFUSED))
                    .isNotEmpty();
        }
    }
}
