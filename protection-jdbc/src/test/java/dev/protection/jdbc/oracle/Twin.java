package dev.protection.jdbc.oracle;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import dev.protection.jdbc.ProtectedDataSource;
import dev.protection.testing.servers.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A plain database and a protected one of the same product, both empty.
 *
 * @param database the product
 * @param plain a connection to the plain one
 * @param plainSource the data source of the plain one
 * @param shielded the data source of the protected one
 * @param protection what protects it
 * @param url the protected one's own URL
 */
public record Twin(
        TestDatabase database,
        Connection plain,
        DataSource plainSource,
        DataSource shielded,
        Protection protection,
        String url)
        implements AutoCloseable {
    static Twin on(TestDatabase database) throws SQLException {
        return on(database, "/oracle/protection.yaml");
    }

    /**
     * Two fresh databases.
     *
     * @param database the product
     * @param declaration a resource, which calls its own directory {@code {directory}}
     * @return the pair
     */
    public static Twin on(TestDatabase database, String declaration) throws SQLException {
        String url = database.freshDatabase();
        Protection protection = Protection.builder()
                .config(configuration(declaration).toString())
                .dataStore(new StoresSettings.Database(url, Optional.empty(), Optional.empty()))
                .build();
        String plain = database.freshDatabase();
        return new Twin(
                database,
                DriverManager.getConnection(plain),
                driver(database, plain),
                ProtectedDataSource.wrap(driver(database, url), protection),
                protection,
                url);
    }

    static DataSource driver(TestDatabase database, String url) throws SQLException {
        switch (database) {
            case H2 -> {
                JdbcDataSource source = new JdbcDataSource();
                source.setURL(url.replace(";USER=sa", ""));
                source.setUser("sa");
                return source;
            }
            case POSTGRESQL -> {
                PGSimpleDataSource source = new PGSimpleDataSource();
                source.setURL(url);
                return source;
            }
            default -> {
                return new MariaDbDataSource(url);
            }
        }
    }

    /** The declaration with an anchor of its own: one log's anchor is another log's alarm. */
    private static Path configuration(String declaration) {
        try (InputStream declared = Twin.class.getResourceAsStream(declaration)) {
            Path directory = Files.createTempDirectory(Path.of("target"), "oracle");
            String text = new String(declared.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    directory.resolve("protection.yaml"), text.replace("{directory}", directory.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody who may do everything. */
    public static Scope everything() {
        return ProtectionContext.of(Actor.of("user-7", "job", "acme"), "support", TenantId.of("acme"))
                .open();
    }

    /** The name in which unqualified tables are found. */
    static String schema(TestDatabase database, Connection connection) throws SQLException {
        return database == TestDatabase.MARIADB ? connection.getCatalog() : connection.getSchema();
    }

    /** The protected database beneath the interceptor. */
    public Connection raw() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public void close() throws SQLException {
        plain.close();
        protection.close();
    }
}
