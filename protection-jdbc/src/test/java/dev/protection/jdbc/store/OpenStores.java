package dev.protection.jdbc.store;

import dev.protection.testing.servers.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/** The connections a contract's test opened, to be closed after it. */
final class OpenStores implements AutoCloseable {
    private final TestDatabase database;
    private final List<StoreConnections> open = new ArrayList<>();

    OpenStores(TestDatabase database) {
        this.database = database;
    }

    SqlTransactions empty() {
        return kept(TestStores.cleared(database));
    }

    SqlTransactions another() {
        return kept(TestStores.another(database));
    }

    private SqlTransactions kept(StoreConnections connections) {
        open.add(connections);
        return new SqlTransactions(connections);
    }

    @Override
    public void close() {
        open.forEach(StoreConnections::close);
        open.clear();
    }
}
