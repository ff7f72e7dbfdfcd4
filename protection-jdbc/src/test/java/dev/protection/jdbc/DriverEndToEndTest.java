package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.protection.core.Protection;
import dev.protection.testing.servers.TestDatabase;
import java.io.IOException;
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
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that knows nothing but a URL and a file. */
class DriverEndToEndTest {
    private static final String CONFIGURATION = """
            profile: development
            controller: { name: Example Pages Oy, contact: dpo@example.com }
            purposes:
              support: { basis: contract, categories: [name, email-address, birth-date] }
            datasets:
              contact:
                purposes: [support]
                subject: { contact: id }
                tenant: tenant_id
                fields:
                  full_name:  { category: name, encrypt: true }
                  email:      { category: email-address, encrypt: true, search: [equality], collation: exact }
                  birth_date: { category: birth-date, type: date, encrypt: true }
            roles:
              agent: { allow: [READ, MODIFY, DELETE], for: [support], categories: [name, email-address, birth-date], tenants: own }
            context: { actor: job, roles: [agent], tenants: [acme], tenant: acme, purpose: support }
            keys:   { root: "file:%1$s/root.json" }
            stores: { anchor: ["file:%1$s/anchor"] }
            """;

    @TempDir
    private Path folder;

    private String url(TestDatabase database, String inner) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".yaml");
        Files.writeString(file, CONFIGURATION.formatted(folder.toString()));
        return "jdbc:protected:" + inner.substring("jdbc:".length()) + (database == TestDatabase.H2 ? ";" : "&")
                + "protection=" + file;
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(20_000);
        return new HikariDataSource(config);
    }

    private static void createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE contact (id BIGINT PRIMARY KEY, tenant_id VARCHAR(20) NOT NULL,"
                    + " full_name VARCHAR(100), email VARCHAR(100), birth_date DATE, note VARCHAR(100))");
        }
    }

    private static void insert(Connection connection, long id, String tenant, @Nullable String name, String email)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO contact (id, tenant_id, full_name, email, birth_date, note) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, tenant);
            insert.setString(3, name);
            insert.setString(4, email);
            insert.setObject(5, LocalDate.of(1980, 2, 29));
            insert.setString(6, "plain note");
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheApplicationWrites_itReads_andTheDatabaseNeverSees(TestDatabase database) throws Exception {
        String inner = database.freshDatabase();
        try (Connection connection = DriverManager.getConnection(url(database, inner));
                Connection raw = DriverManager.getConnection(inner)) {
            createTable(connection);
            insert(connection, 1, "acme", "Aino Sentinel", "aino@example.com");
            insert(connection, 2, "acme", null, "eino@example.com");
            try (PreparedStatement query = connection.prepareStatement("SELECT * FROM contact WHERE email = ?")) {
                query.setString(1, "aino@example.com");
                try (ResultSet rows = query.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString("full_name")).isEqualTo("Aino Sentinel");
                    assertThat(rows.getObject("birth_date", LocalDate.class)).isEqualTo(LocalDate.of(1980, 2, 29));
                    assertThat(rows.getString("note")).isEqualTo("plain note");
                    assertThat(rows.getMetaData().getColumnCount()).isEqualTo(6);
                    assertThat(rows.next()).isFalse();
                }
            }
            try (Statement statement = raw.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM contact WHERE id = 1")) {
                assertThat(rows.next()).isTrue();
                assertThat(new String(rows.getBytes("full_name"), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Sentinel")
                        .startsWith("\u00e7");
                assertThat(rows.getBytes("email_index")).hasSize(32);
            }
            assertThat(connection.unwrap(Protection.class).audit().verify().toString())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void poolOnTopOfTheDriver_worksWithOneConnection(TestDatabase database) throws Exception {
        try (HikariDataSource pool = pool(url(database, database.freshDatabase()))) {
            try (Connection connection = pool.getConnection()) {
                createTable(connection);
                connection.setAutoCommit(false);
                insert(connection, 1, "acme", "Aino", "aino@example.com");
                assertThatThrownBy(() -> insert(connection, 2, "other", "Eino", "eino@example.com"))
                        .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
                insert(connection, 3, "acme", "Toini", "toini@example.com");
                connection.commit();
            }
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT full_name FROM contact ORDER BY id")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("Aino");
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("Toini");
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void wrappedDataSource_isUnderTheProtectionItWasGiven() throws Exception {
        String inner = TestDatabase.H2.freshDatabase();
        String url = url(TestDatabase.H2, inner);
        try (Connection first = DriverManager.getConnection(url)) {
            createTable(first);
            Protection protection = first.unwrap(Protection.class);
            try (HikariDataSource raw = pool(inner)) {
                DataSource wrapped = ProtectedDataSource.wrap(raw, protection);
                assertThat(wrapped.unwrap(Protection.class)).isSameAs(protection);
                assertThatThrownBy(() -> wrapped.unwrap(HikariDataSource.class)).isInstanceOf(SQLException.class);
                try (Connection second = wrapped.getConnection()) {
                    insert(second, 1, "acme", "Aino", "aino@example.com");
                }
            }
        }
    }

    @Test
    void databaseThatIsNotTheOneOfTheStores_isRefused() throws Exception {
        try (Connection first = DriverManager.getConnection(url(TestDatabase.H2, TestDatabase.H2.freshDatabase()))) {
            Protection protection = first.unwrap(Protection.class);
            try (HikariDataSource other = pool(TestDatabase.H2.freshDatabase())) {
                DataSource wrapped = ProtectedDataSource.wrap(other, protection);
                assertThatThrownBy(wrapped::getConnection)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("stores.data");
            }
        }
    }

    @Test
    void configurationThatIsNotThere_isSaidSo() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:protected:h2:mem:x;PROTECTION=nosuch.yaml"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("nosuch.yaml");
    }
}
