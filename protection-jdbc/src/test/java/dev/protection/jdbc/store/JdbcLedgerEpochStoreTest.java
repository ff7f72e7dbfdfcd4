package dev.protection.jdbc.store;

import dev.protection.rights.LedgerEpochStore;
import dev.protection.testing.LedgerEpochStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcLedgerEpochStoreTest extends LedgerEpochStoreContract {
    private final OpenStores stores;

    JdbcLedgerEpochStoreTest(TestDatabase database) {
        stores = new OpenStores(database);
    }

    @Override
    protected LedgerEpochStore emptyStore() {
        return new JdbcLedgerEpochStore(stores.empty());
    }

    @Override
    protected LedgerEpochStore anotherNode(LedgerEpochStore first) {
        return new JdbcLedgerEpochStore(stores.another());
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
