package dev.protection.testing.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL server of this test JVM. It is one that comes with the tests, unless the system property
 * {@value #PROPERTY} names another by its JDBC URL. It stops with the JVM.
 */
public final class PostgresServer {
    /** JDBC URL, with user, of a server to use instead; empty or absent: start one. */
    public static final String PROPERTY = "protection.test.postgres";

    private final ServerUrl url;
    private final Optional<Path> dataDirectory;

    private PostgresServer(String url, Optional<Path> dataDirectory) {
        this.url = new ServerUrl(url);
        this.dataDirectory = dataDirectory;
    }

    /**
     * Gives the server, started by the first call.
     *
     * @return the same server for every caller
     */
    public static PostgresServer shared() {
        return Holder.SERVER;
    }

    /**
     * Creates an empty database.
     *
     * @param name a name no other database has
     * @return its JDBC URL, with user
     */
    public String freshDatabase(String name) {
        return url.createDatabase(name, dataDirectory.isEmpty());
    }

    /**
     * Gives the JDBC URL of the server's own maintenance database, with user.
     *
     * @return the URL
     */
    public String url() {
        return url.url();
    }

    /**
     * Where the server keeps its tables, its WAL and, below {@code log}, the text of every statement it was sent.
     *
     * @return the directory; empty if the server is not ours
     */
    public Optional<Path> dataDirectory() {
        return dataDirectory;
    }

    private static final class Holder {
        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            String own = System.getProperty(PROPERTY, "");
            return own.isEmpty() ? embedded() : new PostgresServer(own, Optional.empty());
        }

        private static PostgresServer embedded() {
            try {
                Path data = Files.createTempDirectory("protection-postgres");
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setRegisterShutdownHook(false)
                        // Off by default here; every test of durability would prove nothing.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("log_statement", "all")
                        .setServerConfig("log_parameter_max_length", "-1")
                        .setServerConfig("logging_collector", "on")
                        .setServerConfig("log_directory", "log")
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> ThrownAway.stop(data)));
                return new PostgresServer(server.getJdbcUrl("postgres", "postgres"), Optional.of(data));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
