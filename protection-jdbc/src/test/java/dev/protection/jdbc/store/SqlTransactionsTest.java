package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.testing.servers.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTransactionsTest {
    private static final String ADD = "UPDATE protection.named_key SET tenant = CONCAT(tenant, 'x') WHERE name = ?";

    @ParameterizedTest
    @EnumSource
    void run_deadlocked_isRunAgainAndNothingIsLostOrDoubled(TestDatabase database) throws Exception {
        try (StoreConnections connections = TestStores.fresh(database)) {
            SqlTransactions transactions = new SqlTransactions(connections);
            twoTenants(transactions);
            CyclicBarrier bothHoldOne = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                AtomicInteger tries = new AtomicInteger();
                Future<?> one = threads.submit(() -> crossing(transactions, bothHoldOne, tries, "a", "b"));
                Future<?> other = threads.submit(() -> crossing(transactions, bothHoldOne, tries, "b", "a"));
                one.get(60, TimeUnit.SECONDS);
                other.get(60, TimeUnit.SECONDS);
                assertThat(tries.get()).isGreaterThan(2);
                assertThat(parents(transactions)).containsExactly("xx", "xx");
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static void crossing(
            SqlTransactions transactions, CyclicBarrier together, AtomicInteger tries, String first, String second) {
        transactions.run(session -> {
            boolean meets = tries.getAndIncrement() < 2;
            session.update(ADD, first);
            if (meets) {
                meet(together);
            }
            session.update(ADD, second);
        });
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void run_thatThrows_leavesNothing(TestDatabase database) {
        try (StoreConnections connections = TestStores.fresh(database)) {
            SqlTransactions transactions = new SqlTransactions(connections);
            assertThatThrownBy(() -> transactions.run(session -> {
                        insert(session, "a");
                        throw new IllegalArgumentException("the caller's own");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(parents(transactions)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void run_thatNeverSucceeds_endsWithoutTheValues(TestDatabase database) {
        try (StoreConnections connections = TestStores.fresh(database)) {
            SqlTransactions transactions = new SqlTransactions(connections);
            assertThatThrownBy(() -> transactions.run(session -> {
                        insert(session, "somebody");
                        insert(session, "somebody");
                    }))
                    .isInstanceOf(StoreUnavailableException.class)
                    .satisfies(e -> assertThat(e.getCause()).hasMessageStartingWith("SQLState 23"))
                    .satisfies(e -> assertThat(e)
                            .hasStackTraceContaining("SQLState")
                            .matches(all -> !stack(all).contains("somebody")));
            assertThat(parents(transactions)).isEmpty();
        }
    }

    private static String stack(Throwable failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    private static void twoTenants(SqlTransactions transactions) {
        transactions.run(session -> {
            insert(session, "a");
            insert(session, "b");
        });
    }

    private static void insert(SqlSession session, String id) throws SQLException {
        session.update(
                "INSERT INTO protection.named_key (name, tenant, wrapped, created_at) VALUES (?, '', ?, ?)",
                id,
                new byte[1],
                Instant.EPOCH);
    }

    private static List<String> parents(SqlTransactions transactions) {
        return transactions.call(
                session -> session.query("SELECT tenant FROM protection.named_key ORDER BY name", row -> row.text(1)));
    }
}
