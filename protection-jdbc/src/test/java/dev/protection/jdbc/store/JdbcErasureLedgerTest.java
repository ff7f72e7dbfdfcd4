package dev.protection.jdbc.store;

import dev.protection.rights.ErasureLedger;
import dev.protection.testing.ErasureLedgerContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class JdbcErasureLedgerTest {
    abstract static class Contract extends ErasureLedgerContract {
        private final OpenStores stores;

        Contract(TestDatabase database) {
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
