package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.AuditStore.OutboxEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RefusalFloodTest {
    private final FailingStore store = new FailingStore();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = AuditFixture.THEN;
    private final AuditEngine engine =
            new AuditEngine(store, AuditFixture.SIGNER, List.of(), AuditSettings.defaults(), () -> now, meters);

    @Test
    void theFirstIsKeptAtOnceAndTheOthersAreCountedExactly() {
        for (int i = 0; i < 1_000; i++) {
            engine.record(refusal(i, "ann", "PROT-ACCESS-DENIED"));
        }
        assertThat(store.appended).isEqualTo(1);
        List<AuditEvent> found = engine.find(AuditQuery.ALL);
        assertThat(found).hasSize(2);
        assertThat(found.get(0).facts()).doesNotContainKey("count");
        assertThat(found.get(1).facts())
                .containsEntry("count", "999")
                .containsEntry("until", refusal(999, "ann", "x").at().toString());
    }

    @Test
    void aSingleRepetitionStaysAnEventOfItsOwn() {
        engine.record(refusal(1, "ann", "PROT-ACCESS-DENIED"));
        AuditEvent second = refusal(2, "ann", "PROT-ACCESS-DENIED");
        engine.record(second);
        assertThat(engine.find(AuditQuery.ALL)).hasSize(2).contains(second);
    }

    @Test
    void refusalsThatSaySomethingElseAreKeptAtOnce() {
        engine.record(refusal(1, "ann", "PROT-ACCESS-DENIED"));
        engine.record(refusal(2, "bob", "PROT-ACCESS-DENIED"));
        engine.record(refusal(3, "ann", "PROT-SQL-UNKNOWN"));
        assertThat(store.appended).isEqualTo(3);
    }

    @Test
    void whatWasDoneIsNeverCounted() {
        for (int i = 0; i < 5; i++) {
            engine.record(AuditFixture.read(i));
        }
        assertThat(store.appended).isEqualTo(5);
    }

    @Test
    void afterTheWindowTheNextIsKeptAtOnceAgain() {
        engine.record(refusal(1, "ann", "c"));
        engine.record(refusal(2, "ann", "c"));
        now = now.plus(AuditSettings.defaults().refusalWindow());
        engine.record(refusal(3, "ann", "c"));
        assertThat(store.appended).isEqualTo(2);
        assertThat(total(engine.find(AuditQuery.ALL))).isEqualTo(3);
    }

    @Test
    void nothingCountedIsLostWhenTheStoreFailsMeanwhile() {
        engine.record(refusal(1, "ann", "c"));
        engine.record(refusal(2, "ann", "c"));
        engine.record(refusal(3, "ann", "c"));
        store.failing = true;
        assertThatThrownBy(() -> engine.find(AuditQuery.ALL)).isInstanceOf(StoreUnavailableException.class);
        now = now.plus(AuditSettings.defaults().refusalWindow());
        assertThatThrownBy(() -> engine.record(refusal(4, "ann", "c"))).isInstanceOf(StoreUnavailableException.class);
        store.failing = false;
        engine.record(refusal(5, "ann", "c"));
        assertThat(total(engine.find(AuditQuery.ALL))).isEqualTo(4); // the fourth failed, and its caller knows
    }

    @Test
    void closingKeepsWhatWasCounted() {
        engine.record(refusal(1, "ann", "c"));
        engine.record(refusal(2, "ann", "c"));
        engine.close();
        assertThat(store.head().size()).isEqualTo(2);
    }

    @Test
    void theCountIsExactUnderConcurrentRefusals() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                work.add(threads.submit(() -> {
                    for (int n = 0; n < 250; n++) {
                        engine.record(refusal(n, "ann", "c"));
                    }
                    engine.find(AuditQuery.ALL);
                }));
            }
            for (Future<?> done : work) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(total(engine.find(AuditQuery.ALL))).isEqualTo(1_000);
        assertThat(meters.counter(AuditMetric.COALESCED.meter()).count()).isEqualTo(999);
    }

    private static long total(List<AuditEvent> events) {
        return events.stream()
                .mapToLong(event -> Long.parseLong(event.facts().getOrDefault("count", "1")))
                .sum();
    }

    private static AuditEvent refusal(int number, String actor, String code) {
        AuditEvent event =
                AuditFixture.event(number, AuditEvent.Kind.READ, AuditEvent.Outcome.REFUSED, 0, Map.of("code", code));
        return new AuditEvent(
                event.id(),
                event.at(),
                event.kind(),
                actor,
                event.purpose(),
                event.tenant(),
                event.correlationId(),
                event.dataset(),
                event.fields(),
                event.subjects(),
                event.rows(),
                event.outcome(),
                event.facts());
    }

    /** A store that can be made to fail. */
    private static final class FailingStore extends ForwardingAuditStore {
        private volatile boolean failing;
        private int appended;

        @Override
        public void append(List<OutboxEvent> events) {
            if (failing) {
                throw new StoreUnavailableException("audit store", new IllegalStateException("gone"));
            }
            appended += events.size();
            super.append(events);
        }
    }
}
