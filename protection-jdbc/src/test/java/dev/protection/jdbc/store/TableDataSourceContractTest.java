package dev.protection.jdbc.store;

import dev.protection.testing.PersonalDataPlace;
import dev.protection.testing.PersonalDataSourceContract;
import dev.protection.testing.servers.TestDatabase;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TableDataSourceContractTest extends PersonalDataSourceContract {
    private final TestDatabase database;

    TableDataSourceContractTest(TestDatabase database) {
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
