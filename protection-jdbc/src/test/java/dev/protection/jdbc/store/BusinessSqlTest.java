package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.testing.servers.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BusinessSqlTest {
    private static final TenantId TENANT = TenantId.of("client");
    private static final SubjectRef ANNA = SubjectRef.of(TENANT, "contact", 1);
    private static final SubjectRef BERT = SubjectRef.of(TENANT, "contact", 2);
    private static final Function<SubjectRef, byte[]> HASH = KeyDigests::subject;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void lockShared_givesUnknownPersonsAnActiveState(TestDatabase database) throws Exception {
        try (Place place = new Place(database);
                Connection application = place.transaction()) {
            Map<SubjectRef, SubjectState> states = place.business(application).lockShared(both());
            assertThat(states)
                    .containsEntry(ANNA, SubjectState.active(ANNA))
                    .containsEntry(BERT, SubjectState.active(BERT))
                    .hasSize(2);
            assertThat(place.business(application).lockShared(both())).isEqualTo(states);
            application.rollback();
            assertThat(place.states()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void lockShared_tellsPersonsApartExactly(TestDatabase database) throws Exception {
        SortedSet<SubjectRef> alike = new TreeSet<>(SubjectStateSql.ORDER);
        for (String id : List.of("a", "A", "a ", " a", "ä", "á", "a\u0301", "0", "00", "\uD83D\uDE00")) {
            alike.add(SubjectRef.of(TENANT, "contact", id));
            alike.add(SubjectRef.of(TENANT, "Contact", id));
        }
        try (Place place = new Place(database);
                Connection application = place.transaction()) {
            assertThat(place.business(application).lockShared(alike).keySet()).isEqualTo(alike);
            application.commit();
            assertThat(place.states()).hasSize(alike.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void lockShared_takesManyPersonsAtOnce(TestDatabase database) throws Exception {
        SortedSet<SubjectRef> many = new TreeSet<>(SubjectStateSql.ORDER);
        for (int id = 0; id < 450; id++) {
            many.add(SubjectRef.of(TENANT, "contact", id));
        }
        try (Place place = new Place(database);
                Connection application = place.transaction()) {
            assertThat(place.business(application).lockShared(many)).hasSize(450);
            assertThat(place.business(application).lockShared(new TreeSet<>(SubjectStateSql.ORDER)))
                    .isEmpty();
            application.commit();
            assertThat(place.business(application).lockShared(many)).hasSize(450);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eraser_waitsForTheWriter(TestDatabase database) throws Exception {
        try (Place place = new Place(database);
                Connection application = place.transaction()) {
            place.business(application).lockShared(both());
            Future<Phase> erasing = threads.submit(() -> place.erase(ANNA));
            assertWaits(erasing);
            application.commit();
            assertThat(erasing.get(30, TimeUnit.SECONDS)).isEqualTo(Phase.ACTIVE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writer_waitsForTheEraserAndLearnsOfTheErasure(TestDatabase database) throws Exception {
        try (Place place = new Place(database);
                Connection application = place.transaction()) {
            place.business(application).lockShared(both());
            application.commit();
            CountDownLatch locked = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Future<?> erasing = threads.submit(() -> place.eraseSlowly(ANNA, locked, goOn));
            locked.await();
            Future<Phase> writing = threads.submit(() -> place.write(ANNA));
            assertWaits(writing);
            assertThat(place.business(application).lockShared(only(BERT))).hasSize(1);
            application.commit();
            goOn.countDown();
            erasing.get(30, TimeUnit.SECONDS);
            assertThat(writing.get(30, TimeUnit.SECONDS)).isEqualTo(Phase.ERASED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoWriters_insertTheSameMissingPersons(TestDatabase database) throws Exception {
        try (Place place = new Place(database);
                Connection first = place.transaction()) {
            place.business(first).lockShared(both());
            Future<Phase> second = threads.submit(() -> place.write(ANNA));
            assertWaits(second);
            first.commit();
            assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(Phase.ACTIVE);
            assertThat(place.states()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writer_whoseRivalRollsBack_insertsItself(TestDatabase database) throws Exception {
        try (Place place = new Place(database);
                Connection first = place.transaction()) {
            place.business(first).lockShared(both());
            Future<Phase> second = threads.submit(() -> place.write(ANNA));
            assertWaits(second);
            first.rollback();
            assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(Phase.ACTIVE);
            assertThat(place.states()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void writers_ofTheSamePersons_doNotWaitForEachOther(TestDatabase database) throws Exception {
        try (Place place = new Place(database);
                Connection first = place.transaction();
                Connection second = place.transaction()) {
            place.business(first).lockShared(both());
            first.commit();
            place.business(first).lockShared(both());
            Future<?> other = threads.submit(() -> place.business(second).lockShared(both()));
            other.get(30, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void snapshot_seesItsOwnRowAndNeverRevivesTheErased(TestDatabase database) throws Exception {
        try (Place place = new Place(database);
                Connection application = place.transaction()) {
            application.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            place.business(application).lockShared(only(BERT));
            assertThat(place.business(application).lockShared(only(BERT))).containsKey(BERT);
            assertThat(place.write(ANNA)).isEqualTo(Phase.ACTIVE);
            place.erase(ANNA);
            try {
                Phase phase = phase(place.business(application), ANNA);
                assertThat(phase).isEqualTo(Phase.ERASED);
            } catch (BusinessConflictException refused) {
                assertThat(refused.code()).isEqualTo("PROT-WRITE-CONFLICT");
            }
            application.rollback();
            assertThat(place.write(ANNA)).isEqualTo(Phase.ERASED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyWritersAndErasers_neverDeadlockInSortedOrder(TestDatabase database) throws Exception {
        int people = 12;
        try (Place place = new Place(database)) {
            List<Future<Integer>> workers = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                Random random = new Random(worker);
                workers.add(threads.submit(() -> writeAtRandom(place, random, people)));
            }
            int written = 0;
            for (Future<Integer> worker : workers) {
                written += worker.get(60, TimeUnit.SECONDS);
            }
            assertThat(place.count("outbox")).isEqualTo(written).isEqualTo(4 * 25);
        }
    }

    private static int writeAtRandom(Place place, Random random, int people) throws SQLException {
        int written = 0;
        try (Connection connection = place.transaction()) {
            BusinessSql business = place.business(connection);
            for (int round = 0; round < 25; round++) {
                SortedSet<SubjectRef> some = new TreeSet<>(SubjectStateSql.ORDER);
                for (int i = 0; i < 4; i++) {
                    some.add(SubjectRef.of(TENANT, "contact", random.nextInt(people)));
                }
                business.lockShared(some);
                business.enqueue(UUID.randomUUID(), Instant.now(), new byte[] {1});
                connection.commit();
                written++;
            }
        }
        return written;
    }

    @ParameterizedTest
    @EnumSource
    void enqueue_livesAndDiesWithTheTransaction(TestDatabase database) throws Exception {
        UUID id = UUID.randomUUID();
        try (Place place = new Place(database);
                Connection application = place.transaction()) {
            place.business(application).enqueue(id, Instant.EPOCH, "event".getBytes(StandardCharsets.UTF_8));
            application.rollback();
            assertThat(place.count("outbox")).isZero();
            place.business(application).enqueue(id, Instant.EPOCH, "event".getBytes(StandardCharsets.UTF_8));
            application.commit();
            assertThat(place.count("outbox")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lockShared_refusesWhatNoKeyHoldsWhole(TestDatabase database) throws Exception {
        SubjectRef endless = SubjectRef.of(TENANT, "contact", "x".repeat(401));
        try (Place place = new Place(database);
                Connection application = place.transaction()) {
            assertThatThrownBy(() -> place.business(application).lockShared(only(endless)))
                    .hasMessageContaining("PROT-SUBJECT-TOO-LONG")
                    .hasMessageNotContaining("xxx");
            SubjectRef longest =
                    SubjectRef.of(TenantId.of("\u20ac".repeat(200)), "\u20ac".repeat(60), "\u20ac".repeat(400));
            assertThat(place.business(application).lockShared(only(longest))).containsKey(longest);
        }
    }

    private static Phase phase(BusinessSql business, SubjectRef subject) {
        return List.copyOf(business.lockShared(only(subject)).values()).get(0).phase();
    }

    private static SortedSet<SubjectRef> only(SubjectRef subject) {
        SortedSet<SubjectRef> set = new TreeSet<>(SubjectStateSql.ORDER);
        set.add(subject);
        return set;
    }

    private static SortedSet<SubjectRef> both() {
        SortedSet<SubjectRef> set = only(ANNA);
        set.add(BERT);
        return set;
    }

    private static void assertWaits(Future<?> waiting) {
        assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    /** A database with the library's tables, and what others do there. */
    private static final class Place implements AutoCloseable {
        private final String url;
        private final StoreConnections connections;
        private final SqlTransactions transactions;

        Place(TestDatabase database) {
            url = database.freshDatabase();
            connections = TestStores.open(url);
            new SchemaInstaller(connections, true).ensure(SchemaPart.DATA);
            transactions = new SqlTransactions(connections);
        }

        BusinessSql business(Connection connection) throws SQLException {
            return new BusinessSql(connection, "node", new JdbcSubjectStates(transactions, HASH, Instant::now));
        }

        Connection transaction() throws SQLException {
            Connection connection = DriverManager.getConnection(url);
            if (connections.schema().dialect().name().equals("H2")) {
                connection.createStatement().execute("SET LOCK_TIMEOUT 30000");
            }
            connection.setAutoCommit(false);
            return connection;
        }

        Phase write(SubjectRef subject) throws SQLException {
            try (Connection connection = transaction()) {
                Phase phase = BusinessSqlTest.phase(business(connection), subject);
                connection.commit();
                return phase;
            }
        }

        Phase erase(SubjectRef subject) {
            return eraseSlowly(subject, new CountDownLatch(1), new CountDownLatch(0));
        }

        Phase eraseSlowly(SubjectRef subject, CountDownLatch locked, CountDownLatch goOn) {
            return transactions.call(session -> {
                SubjectStateSql states = new SubjectStateSql(session);
                states.insertMissing(List.of(subject));
                SubjectState before = states.lockExclusively(List.of(subject)).get(subject);
                locked.countDown();
                uninterrupted(() -> goOn.await(30, TimeUnit.SECONDS));
                states.delete(List.of(subject));
                new Tombstones(session, HASH).insert(List.of(subject), Instant.EPOCH);
                return before == null ? Phase.ERASED : before.phase();
            });
        }

        private static void uninterrupted(Callable<?> wait) {
            try {
                wait.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        List<String> states() {
            return transactions.call(
                    session -> session.query("SELECT id FROM protection.subject_state", row -> row.text(1)));
        }

        int count(String table) {
            return transactions.call(
                    session -> session.first("SELECT COUNT(*) FROM protection." + table, row -> (int) row.number(1))
                            .orElseThrow());
        }

        @Override
        public void close() {
            connections.close();
        }
    }
}
