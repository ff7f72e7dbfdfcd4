package dev.protection.jdbc.store;

import dev.protection.retention.RetentionStore;
import dev.protection.testing.RetentionStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class JdbcRetentionStoreTest {
    abstract static class Contract extends RetentionStoreContract {
        private final OpenStores stores;

        Contract(TestDatabase database) {
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
