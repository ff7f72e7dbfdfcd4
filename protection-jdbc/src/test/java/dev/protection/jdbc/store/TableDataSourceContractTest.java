package dev.protection.jdbc.store;

import dev.protection.testing.PersonalDataPlace;
import dev.protection.testing.PersonalDataSourceContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.api.Nested;

class TableDataSourceContractTest {
    abstract static class Contract extends PersonalDataSourceContract {
        private final TestDatabase database;

        Contract(TestDatabase database) {
            this.database = database;
        }

        /** Each statement is a round trip to a server; the thorough run tries a thousand. */
        @Override
        protected int schedules() {
            return 8;
        }

        @Override
        protected PersonalDataPlace openPlace() {
            return new TableDataPlace(database);
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
