package dev.protection.jdbc.store;

import dev.protection.anomaly.FindingStore;
import dev.protection.testing.FindingStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcFindingStoreTest extends FindingStoreContract {
    private final OpenStores stores;

    JdbcFindingStoreTest(TestDatabase database) {
        stores = new OpenStores(database);
    }

    @Override
    protected FindingStore store() {
        return new JdbcFindingStore(stores.empty());
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
