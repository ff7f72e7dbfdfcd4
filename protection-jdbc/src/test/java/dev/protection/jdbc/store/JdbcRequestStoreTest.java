package dev.protection.jdbc.store;

import dev.protection.rights.RequestStore;
import dev.protection.testing.RequestStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class JdbcRequestStoreTest {
    abstract static class Contract extends RequestStoreContract {
        private final OpenStores stores;

        Contract(TestDatabase database) {
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
