package dev.protection.jdbc.store;

import dev.protection.rights.RequestStore;
import dev.protection.testing.RequestStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcRequestStoreTest extends RequestStoreContract {
    private final OpenStores stores;

    JdbcRequestStoreTest(TestDatabase database) {
        stores = new OpenStores(database);
    }

    @Override
    protected RequestStore emptyStore() {
        return new JdbcRequestStore(stores.empty());
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
