package dev.protection.jdbc.store;

import dev.protection.encryption.WrappedKeyStore;
import dev.protection.testing.WrappedKeyStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class JdbcKeyStoreTest {
    abstract static class Contract extends WrappedKeyStoreContract {
        private final OpenStores stores;

        Contract(TestDatabase database) {
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
