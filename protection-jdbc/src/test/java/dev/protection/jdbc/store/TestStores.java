package dev.protection.jdbc.store;

import dev.protection.testing.servers.TestDatabase;
import java.time.Duration;

/** Opens store connections for tests. */
final class TestStores {
    private TestStores() {}

    static StoreConnections open(String url) {
        return new StoreConnections("test store", StoreUrl.of(url), 6, Duration.ofSeconds(20));
    }

    /** An empty database with the tables of every part. */
    static StoreConnections fresh(TestDatabase database) {
        StoreConnections connections = open(database.freshDatabase());
        for (SchemaPart part : SchemaPart.values()) {
            new SchemaInstaller(connections, true).ensure(part);
        }
        return connections;
    }
}
