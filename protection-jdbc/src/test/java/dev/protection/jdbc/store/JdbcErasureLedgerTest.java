package dev.protection.jdbc.store;

import dev.protection.rights.ErasureLedger;
import dev.protection.testing.ErasureLedgerContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcErasureLedgerTest extends ErasureLedgerContract {
    private final OpenStores stores;

    JdbcErasureLedgerTest(TestDatabase database) {
        stores = new OpenStores(database);
    }

    @Override
    protected ErasureLedger emptyLedger() {
        return new JdbcErasureLedger(stores.empty());
    }

    @AfterEach
    void close() {
        stores.close();
    }
}
