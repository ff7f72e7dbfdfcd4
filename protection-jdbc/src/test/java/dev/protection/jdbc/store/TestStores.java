package dev.protection.jdbc.store;

import dev.protection.testing.servers.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Opens store connections for tests. */
final class TestStores {
    private static final Map<TestDatabase, String> SHARED = new ConcurrentHashMap<>();
    private static final List<String> TABLES = List.of(
            "outbox",
            "log_head",
            "log_entry",
            "log_index",
            "subject_state",
            "subject_withheld",
            "subject_consent",
            "consent_event",
            "subject_tombstone",
            "request",
            "finding",
            "legal_hold",
            "scheduled_tasks",
            "ledger_epoch",
            "named_key",
            "subject_key",
            "erasure_ledger");

    private TestStores() {}

    static StoreConnections open(String url) {
        return new StoreConnections("test store", StoreUrl.of(url), 6, Duration.ofSeconds(20));
    }

    /** An empty database with the tables of every part. */
    static StoreConnections fresh(TestDatabase database) {
        return installed(database.freshDatabase());
    }

    /** One more way into the database that {@link #cleared} empties. */
    static StoreConnections another(TestDatabase database) {
        return open(SHARED.computeIfAbsent(database, kind -> {
            String url = kind.freshDatabase();
            installed(url).close();
            return url;
        }));
    }

    /** A database with the tables of every part, used by one test after the other. */
    static StoreConnections cleared(TestDatabase database) {
        StoreConnections connections = another(database);
        new SqlTransactions(connections).run(session -> {
            for (String table : TABLES) {
                session.update("DELETE FROM protection." + table);
            }
        });
        return connections;
    }

    private static StoreConnections installed(String url) {
        StoreConnections connections = open(url);
        for (SchemaPart part : SchemaPart.values()) {
            new SchemaInstaller(connections, true).ensure(part);
        }
        return connections;
    }
}
