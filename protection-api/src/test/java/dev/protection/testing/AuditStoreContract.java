package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.Integration;
import dev.protection.audit.AuditStore.Integrator;
import dev.protection.audit.AuditStore.LogEntry;
import dev.protection.audit.AuditStore.LogHead;
import dev.protection.audit.AuditStore.OutboxEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AuditStore} keeps. Extend it and say how an empty store is made. */
public abstract class AuditStoreContract {
    /** A time without fractions that a database would cut. */
    protected static final Instant THEN = Instant.parse("2026-03-01T10:15:30.123456Z");

    private static final int WRITERS = 4;
    private static final int INTEGRATORS = 3;
    private static final int EVENTS = 60;
    private static final int MOST = 7;

    private AuditStore store;

    /**
     * Returns an empty store.
     *
     * @return a store without events
     * @throws Exception when it cannot be made
     */
    protected abstract AuditStore emptyStore() throws Exception;

    /**
     * Returns another way to the same log, as another node has one.
     *
     * @param first what {@link #emptyStore} returned
     * @return another store over the same state
     * @throws Exception when it cannot be made
     */
    protected AuditStore anotherNode(AuditStore first) throws Exception {
        return first;
    }

    @BeforeEach
    void makeStore() throws Exception {
        store = emptyStore();
    }

    @Test
    void anEmptyLogHasAnEmptyHeadAndNoEntries() {
        assertThat(store.head().size()).isZero();
        assertThat(store.head().range()).isEmpty();
        assertThat(store.head().checkpoint()).isEmpty();
        assertThat(store.entries(0, 10)).isEmpty();
    }

    @Test
    void integratingAnEmptyOutboxDoesNothing() {
        AtomicInteger calls = new AtomicInteger();
        int moved = store.integrate(10, (head, events) -> {
            calls.incrementAndGet();
            return next(head, events);
        });
        assertThat(moved).isZero();
        assertThat(calls).hasValue(0);
        assertThat(store.head().size()).isZero();
    }

    @Test
    void waitingEventsAreNotYetInTheLog() {
        store.append(List.of(event(1)));
        assertThat(store.entries(0, 10)).isEmpty();
        assertThat(store.head().size()).isZero();
    }

    @Test
    void eventsEnterTheLogInTheOrderOfTimeAndThenOfTheTextOfTheirIds() {
        OutboxEvent late = new OutboxEvent(new UUID(0, 1), THEN.plusNanos(2_000), bytes("late"));
        OutboxEvent early = new OutboxEvent(new UUID(-1, 9), THEN, bytes("early"));
        OutboxEvent low = new OutboxEvent(new UUID(5, 0), THEN.plusNanos(1_000), bytes("low id"));
        OutboxEvent high = new OutboxEvent(new UUID(-5, 0), THEN.plusNanos(1_000), bytes("high id"));
        store.append(List.of(late, high));
        store.append(List.of(low, early));
        store.integrate(10, (head, events) -> {
            assertThat(events).containsExactly(early, low, high, late);
            return next(head, events);
        });
        assertThat(texts(store.entries(0, 10))).containsExactly("early", "low id", "high id", "late");
    }

    @Test
    void onlyAsManyAsAskedAreTakenAndTheRestStay() {
        store.append(List.of(event(3), event(1), event(2)));
        assertThat(store.integrate(2, AuditStoreContract::next)).isEqualTo(2);
        assertThat(texts(store.entries(0, 10))).containsExactly("event 1", "event 2");
        assertThat(store.integrate(2, AuditStoreContract::next)).isEqualTo(1);
        assertThat(store.integrate(2, AuditStoreContract::next)).isZero();
        assertThat(texts(store.entries(0, 10))).containsExactly("event 1", "event 2", "event 3");
    }

    @Test
    void anEventOlderThanTheLogStillEntersIt() {
        store.append(List.of(event(5)));
        store.integrate(10, AuditStoreContract::next);
        store.append(List.of(event(1)));
        assertThat(store.integrate(10, AuditStoreContract::next)).isEqualTo(1);
        assertThat(texts(store.entries(0, 10))).containsExactly("event 5", "event 1");
    }

    @Test
    void theHeadIsWhatTheIntegratorMadeOfTheOneBefore() {
        store.append(List.of(event(1), event(2), event(3)));
        store.integrate(10, AuditStoreContract::next);
        store.append(List.of(event(4)));
        store.integrate(10, (head, events) -> {
            assertThat(head.size()).isEqualTo(3);
            assertThat(head.range()).hasSize(2);
            assertThat(head.range().get(0)).isEqualTo(hash(3, 0));
            assertThat(head.checkpoint()).isEqualTo("checkpoint \u2014 3\n");
            return next(head, events);
        });
        LogHead head = store.head();
        assertThat(head.size()).isEqualTo(4);
        assertThat(head.range()).hasSize(1);
        assertThat(head.range().get(0)).isEqualTo(hash(4, 0));
        assertThat(head.checkpoint()).isEqualTo("checkpoint \u2014 4\n");
    }

    @Test
    void anIntegratorThatFailsLeavesEverythingAsItWas() {
        store.append(List.of(event(1)));
        store.integrate(10, AuditStoreContract::next);
        store.append(List.of(event(2), event(3)));
        IllegalStateException failure = new IllegalStateException("stopped");
        assertThatThrownBy(() -> store.integrate(10, (head, events) -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(store.head().size()).isEqualTo(1);
        assertThat(texts(store.entries(0, 10))).containsExactly("event 1");
        assertThat(store.integrate(10, AuditStoreContract::next)).isEqualTo(2);
        assertThat(texts(store.entries(0, 10))).containsExactly("event 1", "event 2", "event 3");
    }

    @Test
    void anIntegrationThatDoesNotFitTheEventsIsRefusedWhole() {
        store.append(List.of(event(1), event(2)));
        Integrator forgetsOne = (head, events) -> next(head, events.subList(0, 1));
        assertThatThrownBy(() -> store.integrate(10, forgetsOne)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.head().size()).isZero();
        assertThat(store.integrate(10, AuditStoreContract::next)).isEqualTo(2);
    }

    @Test
    void entriesAreReadByRange() {
        store.append(IntStream.range(0, 10).mapToObj(AuditStoreContract::event).toList());
        store.integrate(10, AuditStoreContract::next);
        List<LogEntry> entries = store.entries(4, 3);
        assertThat(entries).extracting(LogEntry::index).containsExactly(4L, 5L, 6L);
        assertThat(texts(entries)).containsExactly("event 4", "event 5", "event 6");
        assertThat(store.entries(8, 100)).extracting(LogEntry::index).containsExactly(8L, 9L);
        assertThat(store.entries(10, 1)).isEmpty();
    }

    @Test
    void bytesComeBackAsTheyWent() {
        byte[] odd = new byte[60_000];
        for (int i = 0; i < odd.length; i++) {
            odd[i] = (byte) (i * 31);
        }
        store.append(List.of(new OutboxEvent(UUID.randomUUID(), THEN, odd)));
        store.integrate(1, AuditStoreContract::next);
        assertThat(store.entries(0, 1).get(0).leaf()).isEqualTo(odd);
    }

    @Test
    void everyEventEntersExactlyOnceWhileManyNodesAppendAndIntegrate() throws Exception {
        AuditStore other = anotherNode(store);
        List<AuditStore> nodes = List.of(store, other);
        CyclicBarrier start = new CyclicBarrier(WRITERS + INTEGRATORS);
        AtomicInteger writing = new AtomicInteger(WRITERS);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            work.add(() -> write(nodes.get(number % 2), number, start, writing));
        }
        for (int integrator = 0; integrator < INTEGRATORS; integrator++) {
            AuditStore node = nodes.get(integrator % 2);
            work.add(() -> integrateWhile(node, start, writing));
        }
        run(work);
        store.integrate(WRITERS * EVENTS, AuditStoreContract::next); // what the last writer left behind
        assertEachOnce();
    }

    private void assertEachOnce() {
        List<LogEntry> entries = store.entries(0, WRITERS * EVENTS + 1);
        List<String> expected = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int event = 0; event < EVENTS; event++) {
                expected.add(writer + "/" + event);
            }
        }
        assertThat(texts(entries)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(entries)
                .extracting(LogEntry::index)
                .containsExactlyElementsOf(
                        LongStream.range(0, WRITERS * EVENTS).boxed().toList());
        assertThat(store.head().size()).isEqualTo(WRITERS * EVENTS);
    }

    private static int write(AuditStore node, int writer, CyclicBarrier start, AtomicInteger writing) throws Exception {
        start.await();
        try {
            for (int event = 0; event < EVENTS; event++) {
                Instant at = THEN.minusSeconds(event); // later calls bring older events
                node.append(List.of(new OutboxEvent(UUID.randomUUID(), at, bytes(writer + "/" + event))));
            }
        } finally {
            writing.decrementAndGet();
        }
        return EVENTS;
    }

    private static int integrateWhile(AuditStore node, CyclicBarrier start, AtomicInteger writing) throws Exception {
        start.await();
        int moved = 0;
        while (writing.get() > 0) {
            moved += node.integrate(MOST, AuditStoreContract::next);
            Thread.onSpinWait();
        }
        return moved;
    }

    private static void run(List<Callable<Integer>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Integration next(LogHead head, List<OutboxEvent> events) {
        long size = head.size() + events.size();
        List<byte[]> range = new ArrayList<>();
        for (int i = 0; i < Long.bitCount(size); i++) {
            range.add(hash(size, i));
        }
        return new Integration(
                events.stream().map(OutboxEvent::event).toList(),
                events.stream().map(AuditStoreContract::termsOf).toList(),
                new LogHead(size, range, "checkpoint \u2014 " + size + "\n"));
    }

    /** One term for each event, and one that all events with an even number share. */
    private static Set<Long> termsOf(OutboxEvent event) {
        long number = new String(event.event(), StandardCharsets.UTF_8)
                .chars()
                .filter(Character::isDigit)
                .asLongStream()
                .reduce(0, (all, digit) -> all * 10 + digit - '0');
        return number % 2 == 0 ? Set.of(Long.MIN_VALUE + number, -1L) : Set.of(Long.MIN_VALUE + number);
    }

    @Test
    void entriesAreFoundByTheirTerms() {
        store.append(IntStream.range(0, 10).mapToObj(AuditStoreContract::event).toList());
        store.integrate(7, AuditStoreContract::next);
        store.integrate(7, AuditStoreContract::next);
        Set<Long> even = Set.of(-1L, 77L);
        Set<Long> some = Set.of(Long.MIN_VALUE + 4, Long.MIN_VALUE + 5, Long.MIN_VALUE + 8);
        assertThat(texts(store.find(List.of(even, some), 0, 10))).containsExactly("event 4", "event 8");
        assertThat(texts(store.find(List.of(some, even), 5, 10))).containsExactly("event 8");
        assertThat(texts(store.find(List.of(even), 1, 2))).containsExactly("event 2", "event 4");
        assertThat(store.find(List.of(even, Set.of(77L)), 0, 10)).isEmpty();
        assertThat(texts(store.find(List.of(), 8, 10))).containsExactly("event 8", "event 9");
        assertThat(store.find(List.of(even), 10, 10)).isEmpty();
    }

    @Test
    void theTermsAreToldInOrder() {
        store.append(List.of(event(1), event(2), event(3)));
        store.integrate(10, AuditStoreContract::next);
        assertThat(store.terms(1, 10)).containsExactly(Set.of(Long.MIN_VALUE + 2, -1L), Set.of(Long.MIN_VALUE + 3));
        assertThat(store.terms(0, 1)).containsExactly(Set.of(Long.MIN_VALUE + 1));
        assertThat(store.terms(3, 1)).isEmpty();
    }

    private static byte[] hash(long size, int number) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) (size * 3 + number));
        return hash;
    }

    private static OutboxEvent event(int number) {
        return new OutboxEvent(UUID.randomUUID(), THEN.plusSeconds(number), bytes("event " + number));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(List<LogEntry> entries) {
        return entries.stream()
                .map(entry -> new String(entry.leaf(), StandardCharsets.UTF_8))
                .toList();
    }
}
