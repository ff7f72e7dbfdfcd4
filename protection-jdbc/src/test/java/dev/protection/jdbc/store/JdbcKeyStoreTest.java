package dev.protection.jdbc.store;

import dev.protection.encryption.WrappedKeyStore;
import dev.protection.testing.WrappedKeyStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcKeyStoreTest extends WrappedKeyStoreContract {
    private final OpenStores stores;

    JdbcKeyStoreTest(TestDatabase database) {
        stores = new OpenStores(database);
    }

    @Override
    protected WrappedKeyStore emptyStore() {
        return new JdbcKeyStore(stores.empty());
    }

    @Override
    protected WrappedKeyStore otherNode(WrappedKeyStore first) {
        return new JdbcKeyStore(stores.another());
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
