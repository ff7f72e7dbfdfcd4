package dev.protection.jdbc.store;

import dev.protection.rights.LedgerEpochStore;
import dev.protection.testing.LedgerEpochStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class JdbcLedgerEpochStoreTest {
    abstract static class Contract extends LedgerEpochStoreContract {
        private final OpenStores stores;

        Contract(TestDatabase database) {
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

    @Nested
    class OnH2 extends Contract {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgres extends Contract {
        OnPostgres() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    @Nested
    class OnMariaDb extends Contract {
        OnMariaDb() {
            super(TestDatabase.MARIADB);
        }
    }
}
