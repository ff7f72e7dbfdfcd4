package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.testing.servers.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreConnectionsTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @ParameterizedTest
    @EnumSource
    void lease_isWhatTheStoresNeed(TestDatabase database) throws SQLException {
        try (StoreConnections connections = TestStores.open(database.freshDatabase());
                StoreConnections.Lease lease = connections.lease()) {
            assertThat(lease.connection().getAutoCommit()).isTrue();
            assertThat(lease.connection().getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(connections.schema().dialect().name()).isEqualTo(database.name());
        }
    }

    @Test
    void lease_whenAllAreInUse_failsInsteadOfWaitingForEver() {
        StoreUrl url = StoreUrl.of(TestDatabase.H2.freshDatabase());
        try (StoreConnections connections = new StoreConnections("key store", url, 1, SHORT)) {
            StoreConnections.Lease only = connections.lease();
            assertThatThrownBy(connections::lease)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("key store");
            only.close();
            connections.lease().close();
        }
    }

    @Test
    void close_endsAnOpenTransactionAndKeepsTheConnection() throws SQLException {
        StoreUrl url = StoreUrl.of(TestDatabase.H2.freshDatabase());
        try (StoreConnections connections = new StoreConnections("store", url, 1, SHORT)) {
            Connection first;
            try (StoreConnections.Lease lease = connections.lease()) {
                first = lease.connection();
                first.createStatement().execute("CREATE TABLE t (a INT)");
                first.setAutoCommit(false);
                first.createStatement().execute("INSERT INTO t VALUES (1)");
            }
            try (StoreConnections.Lease lease = connections.lease()) {
                assertThat(lease.connection()).isSameAs(first);
                assertThat(first.getAutoCommit()).isTrue();
                assertThat(new SqlSession(first, connections.schema()).query("SELECT a FROM t", row -> row.number(1)))
                        .isEmpty();
                lease.broken();
            }
            try (StoreConnections.Lease lease = connections.lease()) {
                assertThat(lease.connection()).isNotSameAs(first);
            }
        }
    }

    @Test
    void transactions_goOnAfterTheServerWasDown(@TempDir Path home) throws Exception {
        Server server = start(home, "0");
        String port = String.valueOf(server.getPort());
        StoreUrl url = new StoreUrl(
                "jdbc:h2:tcp://localhost:" + port + "/./kept", Optional.of("sa"), Optional.of("secret word"));
        try (StoreConnections connections = new StoreConnections("key store", url, 2, SHORT)) {
            SqlTransactions transactions = new SqlTransactions(connections);
            transactions.run(session -> session.update("CREATE TABLE t (a INT)"));
            server.stop();
            assertThatThrownBy(() -> transactions.run(session -> session.update("INSERT INTO t VALUES (1)")))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageNotContaining("secret")
                    .hasStackTraceContaining("SQLState 90067");
            server = start(home, port);
            transactions.run(session -> session.update("INSERT INTO t VALUES (2)"));
            assertThat(transactions.<Long>call(session -> session.first("SELECT a FROM t", row -> row.number(1))
                            .orElseThrow()))
                    .isEqualTo(2);
        } finally {
            server.stop();
        }
    }

    private static Server start(Path home, String port) throws SQLException {
        return Server.createTcpServer("-tcpPort", port, "-baseDir", home.toString(), "-ifNotExists")
                .start();
    }

    @Test
    void lease_afterClose_fails() {
        StoreConnections connections = TestStores.open(TestDatabase.H2.freshDatabase());
        connections.close();
        assertThatThrownBy(connections::lease).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void storeUrl_showsNeitherPasswordNorPlace() {
        assertThat(new StoreUrl("jdbc:postgresql://host/db?password=x", Optional.of("user"), Optional.of("word")))
                .hasToString("jdbc:postgresql:...");
    }
}
