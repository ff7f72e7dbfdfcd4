package dev.protection.jdbc.store;

import dev.protection.retention.RetentionStore;
import dev.protection.testing.RetentionStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcRetentionStoreTest extends RetentionStoreContract {
    private final OpenStores stores;

    JdbcRetentionStoreTest(TestDatabase database) {
        stores = new OpenStores(database);
    }

    @Override
    protected RetentionStore emptyStore() {
        return new JdbcRetentionStore(stores.empty());
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
