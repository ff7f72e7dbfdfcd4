package dev.protection.jdbc.store;

import dev.protection.audit.AuditStore;
import dev.protection.testing.AuditStoreContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class JdbcAuditStoreTest {
    abstract static class Contract extends AuditStoreContract {
        private final OpenStores stores;

        Contract(TestDatabase database) {
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
