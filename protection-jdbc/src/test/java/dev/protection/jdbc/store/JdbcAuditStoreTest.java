package dev.protection.jdbc.store;

import dev.protection.audit.AuditStore;
import dev.protection.testing.AuditStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcAuditStoreTest extends AuditStoreContract {
    private final OpenStores stores;

    JdbcAuditStoreTest(TestDatabase database) {
        stores = new OpenStores(database);
    }

    @Override
    protected AuditStore emptyStore() {
        return new JdbcAuditStore(stores.empty(), "one");
    }

    @Override
    protected AuditStore anotherNode(AuditStore first) {
        return new JdbcAuditStore(stores.another(), "other");
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
