package dev.protection.samples.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;

/** The database of the sample: H2 in the process, or a PostgreSQL that comes along and goes with it. */
record Database(String url, Optional<EmbeddedPostgres> server) implements AutoCloseable {
    static Database h2() {
        return new Database("jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1", Optional.empty());
    }

    static Database postgres() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        return new Database(server.getJdbcUrl("postgres", "postgres"), Optional.of(server));
    }

    /** The same database, under protection. */
    String protectedUrl() {
        return "jdbc:protected:" + url.substring("jdbc:".length());
    }

    @Override
    public void close() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
