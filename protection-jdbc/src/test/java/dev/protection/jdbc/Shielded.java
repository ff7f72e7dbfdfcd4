package dev.protection.jdbc;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * A database under the declaration of {@code e2e.yaml}, fresh for one test, and the way beneath it.
 *
 * @param url the database's own URL
 * @param protection what protects it
 * @param dataSource the protected way in
 */
public record Shielded(String url, Protection protection, DataSource dataSource) implements AutoCloseable {
    /** The table of the dataset with all kinds of fields. */
    public static final String CONTACTS = "CREATE TABLE page_contact (contact_id INT NOT NULL PRIMARY KEY,"
            + " client_id VARCHAR(40) NOT NULL, full_name VARCHAR(200), email VARCHAR(200), birth_date DATE,"
            + " city VARCHAR(80), note VARCHAR(200))";

    /** A fresh database of a product. */
    public static Shielded on(TestDatabase database) {
        return on(database.freshDatabase(), text -> text);
    }

    /** A database with the declaration changed. */
    public static Shielded on(String url, UnaryOperator<String> declaration) {
        return on(url, declaration, UnaryOperator.identity());
    }

    /** A database with more said in code. */
    public static Shielded on(String url, UnaryOperator<String> declaration, UnaryOperator<Protection.Builder> more) {
        Protection protection = more.apply(Protection.builder()
                        .config(configuration(declaration).toString())
                        .dataStore(new StoresSettings.Database(url, Optional.empty(), Optional.empty())))
                .build();
        return new Shielded(url, protection, ProtectedDataSource.wrap(new UrlDataSource(url), protection));
    }

    /** The declaration with an anchor of its own: one log's anchor is another log's alarm. */
    private static Path configuration(UnaryOperator<String> change) {
        try (InputStream declared = Shielded.class.getResourceAsStream("/e2e.yaml")) {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "shielded");
            String text = new String(declared.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    directory.resolve("protection.yaml"),
                    change.apply(text.replace("target/e2e", directory.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody of a tenant with a role, supporting. */
    public static Scope as(String role, String tenant) {
        return ProtectionContext.of(Actor.of("user-7", role, tenant), "support", TenantId.of(tenant))
                .open();
    }

    /** What the database really holds. */
    public List<String> raw(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return strings(connection, query);
        }
    }

    /** Runs a statement beneath the protection. */
    public void beneath(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of a query. */
    public static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Runs statements one by one. */
    public static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The reads recorded so far that were permitted. */
    public List<AuditEvent> reads() {
        return protection.audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.READ)).stream()
                .filter(event -> event.outcome() == AuditEvent.Outcome.DONE)
                .toList();
    }

    @Override
    public void close() {
        protection.close();
    }
}
