package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.Anchor;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditEvent.Kind;
import dev.protection.audit.AuditEvent.Outcome;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.Checkpoint;
import dev.protection.core.encryption.InMemoryKeyStore;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.WrappedKeyException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditEngineTest {
    private final InMemoryAuditStore store = new InMemoryAuditStore();
    private final AuditEngine engine = AuditFixture.engine(store);

    @TempDir
    private Path directory;

    @Test
    void whatWasRecordedBeforeIsFound() {
        AuditEvent event = AuditFixture.read(1);
        engine.record(event);
        assertThat(engine.find(AuditQuery.ALL)).containsExactly(event);
    }

    @Test
    void whatABusinessTransactionStoredIsFound() {
        AuditEvent event = AuditFixture.read(1);
        store.append(engine.outbox(event));
        assertThat(engine.find(AuditQuery.ALL)).containsExactly(event);
    }

    @Test
    void aQueryFindsWhatMeetsEveryConditionUpToItsBound() {
        for (int i = 0; i < 2_500; i++) {
            engine.record(AuditFixture.read(i));
        }
        engine.record(AuditFixture.event(9_999, Kind.EXPORT, Outcome.FAILED, 2, Map.of("code", "X")));
        assertThat(engine.find(AuditQuery.ALL.most(2_100))).hasSize(2_100);
        assertThat(engine.find(AuditQuery.ALL.kinds(Kind.EXPORT, Kind.ERASURE))).hasSize(1);
        assertThat(engine.find(AuditQuery.ALL.outcome(Outcome.FAILED))).hasSize(1);
        assertThat(engine.find(AuditQuery.ALL.correlationId("work-2400"))).hasSize(1);
        assertThat(engine.find(AuditQuery.ALL.subjects(Set.of(AuditFixture.handle(1)))))
                .hasSize(1);
        assertThat(engine.find(AuditQuery.ALL.actor("bob"))).isEmpty();
        assertThat(engine.find(AuditQuery.ALL.dataset("invoice"))).isEmpty();
    }

    @Test
    void anEventOfManyPersonsBecomesAHeadAndPartsOfAThousand() {
        engine.record(AuditFixture.event(1, Kind.READ, Outcome.DONE, 2_345, Map.of()));
        List<AuditEvent> parts = engine.find(AuditQuery.ALL);
        assertThat(parts).extracting(part -> part.subjects().size()).containsExactly(1_000, 1_000, 345);
        assertThat(parts).extracting(AuditEvent::rows).containsExactly(2_345L, 0L, 0L);
        assertThat(parts).extracting(part -> part.facts().get("part")).containsExactly("1/3", "2/3", "3/3");
        assertThat(parts).extracting(AuditEvent::id).doesNotHaveDuplicates();
        assertThat(parts.stream().flatMap(part -> part.subjects().stream()).distinct())
                .hasSize(2_345);
    }

    @Test
    void theAnchorsGetTheHead() {
        Anchor anchor = new FileAnchor(directory);
        AuditEngine anchored = AuditFixture.engine(store, anchor);
        anchored.record(AuditFixture.read(1));
        anchored.integrate();
        assertThat(anchor.latest(AuditFixture.ORIGIN).map(Checkpoint::note))
                .contains(store.head().checkpoint());
    }

    @Test
    void aDeadAnchorStopsNeitherRecordingNorFindingButIsTold() {
        AuditEngine anchored = AuditFixture.engine(store, new DeadAnchor());
        anchored.record(AuditFixture.read(1));
        assertThat(anchored.find(AuditQuery.ALL)).hasSize(1);
        assertThat(anchored.verify().problems()).containsExactly("anchor dead did not answer");
        assertThatThrownBy(anchored::integrate).isInstanceOf(StoreUnavailableException.class);
        anchored.close();
    }

    @Test
    void theBackgroundMovesEventsIntoTheLogUntilClosed() throws Exception {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        SignallingAnchor anchor = new SignallingAnchor();
        AuditEngine running = AuditFixture.engine(store, anchor);
        try {
            running.record(AuditFixture.read(1));
            running.start(scheduler);
            assertThat(anchor.published.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(store.head().size()).isEqualTo(1);
        } finally {
            running.close();
            scheduler.shutdown();
        }
        assertThat(scheduler.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anotherNodeSignsWithTheSameKeys() {
        InMemoryKeyStore keys = new InMemoryKeyStore();
        KeyWrapper root = AuditFixture.rootKey();
        LogSigner first = TinkLogSigner.open(AuditFixture.ORIGIN, keys, root, InstantSource.system());
        LogSigner second = TinkLogSigner.open(AuditFixture.ORIGIN, keys, root, InstantSource.system());
        assertThat(second.verifierKeys()).isEqualTo(first.verifierKeys());
        Checkpoint checkpoint = first.sign(1, MerkleRange.leafHash(new byte[0]));
        assertThat(second.verifies(checkpoint)).isTrue();
        KeyWrapper other = AuditFixture.rootKey();
        assertThatThrownBy(() -> TinkLogSigner.open(AuditFixture.ORIGIN, keys, other, InstantSource.system()))
                .isInstanceOf(WrappedKeyException.class);
    }

    @Test
    void aLogNeedsANameThatFitsIntoANote() {
        for (String name : List.of("", "two words", "a+b", "line\nbreak", "no\u00a0break")) {
            assertThatThrownBy(() -> TinkLogSigner.open(
                            name, new InMemoryKeyStore(), AuditFixture.rootKey(), InstantSource.system()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** An anchor that never answers. */
    private static final class DeadAnchor implements Anchor {
        @Override
        public String name() {
            return "dead";
        }

        @Override
        public void publish(Checkpoint checkpoint) {
            throw new StoreUnavailableException("anchor", new IllegalStateException("gone"));
        }

        @Override
        public Optional<Checkpoint> latest(String origin) {
            throw new StoreUnavailableException("anchor", new IllegalStateException("gone"));
        }
    }

    /** An anchor that says when it got something. */
    private static final class SignallingAnchor implements Anchor {
        private final CountDownLatch published = new CountDownLatch(1);
        private volatile Optional<Checkpoint> latest = Optional.empty();

        @Override
        public String name() {
            return "signalling";
        }

        @Override
        public void publish(Checkpoint checkpoint) {
            latest = Optional.of(checkpoint);
            published.countDown();
        }

        @Override
        public Optional<Checkpoint> latest(String origin) {
            return latest;
        }
    }
}
