package dev.protection.jdbc.store;

import dev.protection.lawfulness.ConsentStore;
import dev.protection.testing.ConsentStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcConsentStoreTest extends ConsentStoreContract {
    private final OpenStores stores;

    JdbcConsentStoreTest(TestDatabase database) {
        stores = new OpenStores(database);
    }

    @Override
    protected ConsentStore emptyStore() {
        return new JdbcConsentStore(stores.empty());
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
