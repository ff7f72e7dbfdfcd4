package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaInstallerTest {
    @ParameterizedTest
    @EnumSource
    void ensure_createsWhatIsMissingOnceAndAgain(TestDatabase database) {
        try (StoreConnections connections = TestStores.fresh(database)) {
            for (SchemaPart part : SchemaPart.values()) {
                assertThatCode(() -> new SchemaInstaller(connections, false).ensure(part))
                        .doesNotThrowAnyException();
            }
        }
    }

    /** Such a database ends with its last connection. */
    @Test
    void ensure_keepsADatabaseThatIsOnlyInMemory() {
        try (StoreConnections connections = TestStores.open("jdbc:h2:mem:ends_with_its_last_connection;USER=sa")) {
            for (SchemaPart part : SchemaPart.values()) {
                new SchemaInstaller(connections, true).ensure(part);
            }
            for (SchemaPart part : SchemaPart.values()) {
                assertThatCode(() -> new SchemaInstaller(connections, false).ensure(part))
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ensure_inProduction_printsStatementsThatWork(TestDatabase database) throws SQLException {
        String url = database.freshDatabase();
        try (StoreConnections connections = TestStores.open(url)) {
            for (SchemaPart part : SchemaPart.values()) {
                SchemaInstaller installer = new SchemaInstaller(connections, false);
                List<SchemaException> refusals = new ArrayList<>();
                assertThatThrownBy(() -> installer.ensure(part))
                        .isInstanceOfSatisfying(SchemaException.class, refusals::add)
                        .hasMessageContaining("PROT-STORE-SCHEMA-MISSING");
                runByHand(url, refusals.get(0).remedy());
                assertThatCode(() -> installer.ensure(part)).doesNotThrowAnyException();
            }
        }
    }

    private static void runByHand(String url, String remedy) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String ddl : remedy.substring(remedy.indexOf('\n')).split(";\n", -1)) {
                if (!ddl.isBlank()) {
                    statement.execute(ddl);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ensure_refusesTablesNewerThanTheLibrary(TestDatabase database) {
        try (StoreConnections connections = TestStores.fresh(database)) {
            new SqlTransactions(connections).run(session -> session.update("UPDATE protection.meta SET version = 999"));
            assertThatThrownBy(() -> new SchemaInstaller(connections, true).ensure(SchemaPart.DATA))
                    .hasMessageContaining("PROT-STORE-SCHEMA-VERSION")
                    .hasMessageContaining("999");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ensure_byManyNodesAtOnce_failsOnNone(TestDatabase database) throws Exception {
        String url = database.freshDatabase();
        int nodes = 4;
        CyclicBarrier together = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                starts.add(threads.submit(() -> {
                    try (StoreConnections connections = TestStores.open(url)) {
                        together.await();
                        new SchemaInstaller(connections, true).ensure(SchemaPart.DATA);
                        new SchemaInstaller(connections, true).ensure(SchemaPart.KEYS);
                    }
                    return null;
                }));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
