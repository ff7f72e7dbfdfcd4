package dev.protection.jdbc.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import dev.protection.jdbc.ProtectedDataSource;
import dev.protection.rights.RequestState;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectStateException;
import dev.protection.testing.servers.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one node erased, another node neither brings back, nor keeps half of, nor reads. */
class TwoNodesTest {
    private static final SubjectRef BERT = Node.contact("acme", 2);
    private static final String WRITE = "INSERT INTO message (message_id, client_id, contact_id, body)"
            + " VALUES (%d, 'acme', %d, 'written late')";

    /** Two nodes over one database, and a connection of the second one. */
    private record World(Node a, Node b, Connection connection) implements AutoCloseable {
        /** The nodes check keys each time. */
        static World on(TestDatabase database) throws SQLException {
            State state = State.fresh();
            Path file = state.with(state.configuration(), "profile:", "staleness: PT0S\nprofile:");
            return on(database.freshDatabase(), file);
        }

        private static World on(String inner, Path configuration) throws SQLException {
            Node a = Node.on(inner, configuration);
            try (Connection connection = a.connection()) {
                People.threeOn(connection);
            }
            Node b = a.again();
            return new World(a, b, b.connection());
        }

        void erase(SubjectRef subject) {
            assertThat(a.erase(subject).state()).isEqualTo(RequestState.FULFILLED);
        }

        CompletableFuture<RequestStatus> erasing(SubjectRef subject) {
            return CompletableFuture.supplyAsync(() -> a.erase(subject));
        }

        /** The rows stand, but no key, no state, no term, no plain value: nothing of them can be read. */
        void nothingIsLeftOf(SubjectRef subject) throws SQLException {
            try (Connection beneath = a.beneath()) {
                String library = KeyRows.schema(beneath);
                String person = " WHERE tenant = 'acme' AND %s = '" + subject.id() + "'";
                String contact = " WHERE contact_id = " + subject.id();
                for (String left : new String[] {
                    "SELECT id FROM " + library + ".subject_key" + person.formatted("subject_id"),
                    "SELECT id FROM " + library + ".subject_state" + person.formatted("id"),
                    "SELECT contact_id FROM page_contact" + contact
                            + " AND (city IS NOT NULL OR email_index IS NOT NULL OR full_name_index IS NOT NULL)"
                }) {
                    assertThat(Node.column(beneath, left)).as(left).isEmpty();
                }
                try (Scope scope = Node.as("dpo", "onboarding", "acme");
                        Connection reader = b.connection()) {
                    for (String field : new String[] {"full_name", "email", "phone", "birth_date"}) {
                        assertThat(Node.column(reader, "SELECT " + field + " FROM page_contact" + contact))
                                .as(field)
                                .allMatch("null"::equals);
                    }
                    assertThat(Node.column(reader, "SELECT body FROM message" + contact))
                            .allMatch("null"::equals);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
            b.close();
            a.close();
        }
    }

    private static void refused(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOf(SQLInvalidAuthorizationSpecException.class)
                .hasCauseInstanceOf(SubjectStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWasErasedIsNotWrittenAgain(TestDatabase database) throws SQLException {
        try (World world = World.on(database);
                Scope scope = Node.as("agent", "support", "acme")) {
            Node.column(world.connection(), "SELECT full_name FROM page_contact"); // b has the keys now
            world.erase(BERT);
            refused(() -> Node.change(world.connection(), WRITE.formatted(20, 2)));
            refused(() -> Node.change(
                    world.connection(),
                    "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (2, 'acme', 'Bert')"));
            refused(() ->
                    Node.change(world.connection(), "UPDATE page_contact SET full_name = 'B' WHERE contact_id = 2"));
            refused(() ->
                    Node.change(world.connection(), "UPDATE page_contact SET city = 'Oulu' WHERE contact_id <= 2"));
            world.nothingIsLeftOf(BERT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransactionBegunBeforeTheErasureWritesNothingAfterIt(TestDatabase database) throws SQLException {
        for (int isolation :
                new int[] {Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_REPEATABLE_READ}) {
            try (World world = World.on(database);
                    Scope scope = Node.as("agent", "support", "acme")) {
                world.connection().setTransactionIsolation(isolation);
                world.connection().setAutoCommit(false);
                assertThat(Node.column(world.connection(), "SELECT full_name FROM page_contact WHERE contact_id = 2"))
                        .containsExactly("Bert");
                world.erase(BERT);
                for (String late : new String[] {
                    WRITE.formatted(20, 2),
                    "UPDATE page_contact SET full_name = 'Bertil' WHERE contact_id = 2",
                    "UPDATE message SET body = 'late' WHERE contact_id = 2"
                }) {
                    refusedOrNothing(world.connection(), late);
                }
                world.connection().commit();
                world.nothingIsLeftOf(BERT);
            }
        }
    }

    /** A snapshot that still shows the person is refused or must be begun anew; one that does not finds no row. */
    private static void refusedOrNothing(Connection connection, String change) throws SQLException {
        try {
            assertThat(Node.change(connection, change)).as(change).isZero();
        } catch (SQLInvalidAuthorizationSpecException refused) {
            assertThat(refused.getCause()).isInstanceOf(SubjectStateException.class);
        } catch (SQLTransactionRollbackException conflict) {
            assertThat(conflict.getSQLState()).isEqualTo("40001");
            connection.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteUnderWayIsErasedOnceItIsCommitted(TestDatabase database) throws Exception {
        try (World world = World.on(database);
                Scope scope = Node.as("agent", "support", "acme")) {
            world.connection().setAutoCommit(false);
            assertThat(Node.change(world.connection(), WRITE.formatted(20, 2))).isEqualTo(1);
            CompletableFuture<RequestStatus> erasing = world.erasing(BERT);
            world.connection().commit();
            assertThat(erasing.get(60, TimeUnit.SECONDS).state()).isEqualTo(RequestState.FULFILLED);
            world.nothingIsLeftOf(BERT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstWriteOfAPersonMeetsTheErasure(TestDatabase database) throws Exception {
        try (World world = World.on(database)) {
            for (int id = 100; id < 106; id++) {
                SubjectRef nobody = Node.contact("acme", id);
                String write = WRITE.formatted(id, id);
                CyclicBarrier together = new CyclicBarrier(2);
                CompletableFuture<RequestStatus> erasing = CompletableFuture.supplyAsync(() -> {
                    meet(together);
                    return world.a().erase(nobody);
                });
                meet(together);
                try (Scope scope = Node.as("agent", "support", "acme")) {
                    Node.change(world.connection(), write);
                } catch (SQLInvalidAuthorizationSpecException refused) {
                    assertThat(refused.getCause()).isInstanceOf(SubjectStateException.class);
                }
                assertThat(erasing.get(60, TimeUnit.SECONDS).state()).isEqualTo(RequestState.FULFILLED);
                world.nothingIsLeftOf(nobody);
            }
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException
                | java.util.concurrent.BrokenBarrierException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatALawKeepsIsNotWrittenToAndReadForThatLawAlone(TestDatabase database) throws SQLException {
        try (World world = World.on(database)) {
            world.erase(Node.contact("acme", 1));
            try (Scope scope = Node.as("agent", "support", "acme")) {
                refused(() -> Node.change(world.connection(), WRITE.formatted(20, 1)));
            }
            try (Scope scope = Node.as("dpo", "onboarding", "acme")) {
                assertThat(Node.column(world.connection(), "SELECT full_name FROM invoice"))
                        .containsExactly("null");
            }
            try (Scope scope = Node.as("accountant", "invoicing", "acme")) {
                assertThat(Node.column(world.connection(), "SELECT full_name FROM invoice"))
                        .containsExactly("Anna");
            }
        }
    }

    /** The rows of an erased person are put back from a copy; node b had her key in its cache. */
    @ParameterizedTest
    @EnumSource
    void aCachedKeyOpensNothingAfterTheBound(TestDatabase database) throws Exception {
        String inner = database.freshDatabase();
        State state = State.fresh();
        Instant begun = Instant.now();
        AtomicReference<Instant> now = new AtomicReference<>(begun);
        try (Node a = Node.on(inner, state);
                Protection b = Protection.builder()
                        .config(state.configuration().toString())
                        .dataStore(new StoresSettings.Database(inner, Optional.empty(), Optional.empty()))
                        .clock(now::get)
                        .build();
                Connection beneath = a.beneath();
                Connection ofA = a.connection()) {
            People.threeOn(ofA);
            DataSource source =
                    ProtectedDataSource.wrap(new ConnectionSource(() -> DriverManager.getConnection(inner)), b);
            byte[] cell = new Cells(beneath).get("SELECT full_name FROM page_contact WHERE contact_id = 2");
            try (Connection connection = source.getConnection();
                    Scope scope = Node.as("agent", "support", "acme")) {
                String query = "SELECT full_name FROM page_contact WHERE contact_id = 2";
                assertThat(Node.column(connection, query)).containsExactly("Bert");
                assertThat(a.erase(BERT).state()).isEqualTo(RequestState.FULFILLED);
                new Cells(beneath).put("UPDATE page_contact SET full_name = ? WHERE contact_id = 2", cell);
                now.set(begun.plus(Duration.ofSeconds(5)).plusNanos(1));
                assertThat(Node.column(connection, query)).containsExactly("null");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCursorOpenedBeforeTheErasureOpensNothingAfterItsBlock(TestDatabase database) throws SQLException {
        int rows = 100;
        try (World world = World.on(database)) {
            try (Scope scope = Node.as("loader", "onboarding", "acme")) {
                People people = new People(world.connection());
                for (int id = 1_000; id < 1_000 + rows; id++) {
                    people.message(id, "acme", 2, "message " + id, 3);
                }
            }
            try (Scope scope = Node.as("agent", "support", "acme");
                    Statement statement = open(world.connection());
                    ResultSet found = statement.executeQuery(
                            "SELECT body FROM message WHERE message_id >= 1000 ORDER BY 1 - message_id")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getString(1)).isEqualTo("message 1099");
                world.erase(BERT);
                int opened = 1;
                while (found.next()) {
                    opened += found.getString(1) == null ? 0 : 1;
                }
                assertThat(opened).isLessThan(rows / 2);
            }
            world.nothingIsLeftOf(BERT);
        }
    }

    private static Statement open(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.setFetchSize(5);
        return statement;
    }
}
