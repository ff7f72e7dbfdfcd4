package dev.protection.core.encryption;

import static dev.protection.core.encryption.Fixture.ACME;
import static dev.protection.core.encryption.Fixture.key;
import static dev.protection.core.encryption.Fixture.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyCacheTest {
    private final InMemoryKeyStore keys = new InMemoryKeyStore();
    private final SwitchableStore counted = new SwitchableStore(keys);
    private final Fixture.Clock clock = new Fixture.Clock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EncryptionEngine engine = engine(KeySettings.defaults());

    private EncryptionEngine engine(KeySettings settings) {
        return Fixture.engine(counted.store(), clock, settings, meters);
    }

    @Test
    void aKeyDestroyedByAnotherNodeOpensNothingOnceTheBoundHasPassed() {
        KeyId id = key(engine, owner(ACME, "1")).id();
        keys.destroy(List.of(id), clock.instant());
        clock.pass(Duration.ofSeconds(5).minusNanos(1));
        assertThat(answer(engine, id)).isInstanceOf(KeyAnswer.Usable.class);
        clock.pass(Duration.ofNanos(1));
        assertThat(answer(engine, id)).isEqualTo(new KeyAnswer.Destroyed(id));
        assertThat(key(engine, owner(ACME, "1")).id()).isNotEqualTo(id);
    }

    @Test
    void aKeyOfAnOwnerErasedElsewhereSealsNothingOnceTheBoundHasPassed() {
        KeyId id = key(engine, owner(ACME, "1")).id();
        keys.destroy(List.of(id), clock.instant());
        assertThat(key(engine, owner(ACME, "1")).id()).isEqualTo(id);
        clock.pass(Duration.ofSeconds(5));
        assertThat(key(engine, owner(ACME, "1")).id()).isNotEqualTo(id);
    }

    @Test
    void aBoundOfZeroAsksEachTimeEvenWhileTheClockStandsStill() {
        EncryptionEngine strict = engine(KeySettings.defaults().withStaleness(Duration.ZERO));
        KeyId id = key(strict, owner(ACME, "1")).id();
        assertThat(answer(strict, id)).isInstanceOf(KeyAnswer.Usable.class);
        keys.destroy(List.of(id), clock.instant());
        assertThat(answer(strict, id)).isEqualTo(new KeyAnswer.Destroyed(id));
    }

    @Test
    void aKeyDestroyedByThisNodeOpensNothingAtOnceAndIsNotAskedForAgain() {
        KeyId id = key(engine, owner(ACME, "1")).id();
        engine.destroy(List.of(id));
        int before = counted.calls();
        assertThat(answer(engine, id)).isEqualTo(new KeyAnswer.Destroyed(id));
        clock.pass(Duration.ofDays(1));
        assertThat(answer(engine, id)).isEqualTo(new KeyAnswer.Destroyed(id));
        assertThat(counted.calls()).isEqualTo(before);
    }

    @Test
    void aKeyDestroyedWhileItIsBeingLoadedIsNotKept() {
        KeyId id = key(Fixture.engine(keys), owner(ACME, "1")).id();
        InMemoryKeyStore inner = keys;
        List<KeyId> dead = new ArrayList<>();
        SubjectKeyCache cache = new SubjectKeyCache(KeySettings.defaults());
        SubjectKeyring ring = key(Fixture.engine(inner), owner(ACME, "1"));
        dead.add(id);
        cache.rememberDestroyed(dead);
        assertThat(cache.keep(ring, clock.instant())).isFalse();
        assertThat(cache.fresh(id, clock.instant())).isEmpty();
        assertThat(cache.fresh(owner(ACME, "1"), clock.instant())).isEmpty();
    }

    @Test
    void staleKeysAreCheckedInOneLookUpAndNotUnwrappedAgain() {
        List<KeyOwner> owners =
                IntStream.range(0, 200).mapToObj(i -> owner(ACME, "p" + i)).toList();
        List<KeyId> ids = engine.forWriting(owners).values().stream()
                .map(SubjectKeyring::id)
                .toList();
        clock.pass(Duration.ofSeconds(6));
        engine.forReading(ids);
        assertThat(counted.calls("byId")).isEqualTo(1);
        assertThat(count(KeyMetric.REVALIDATED)).isEqualTo(200);
        assertThat(count(KeyMetric.UNWRAPPED)).isZero();
        clock.pass(Duration.ofSeconds(4));
        engine.forReading(ids);
        assertThat(counted.calls("byId")).isEqualTo(1);
    }

    @Test
    void aStoreThatIsDownStopsKeysOncetheBoundHasPassed() {
        KeyId id = key(engine, owner(ACME, "1")).id();
        counted.down(true);
        assertThat(answer(engine, id)).isInstanceOf(KeyAnswer.Usable.class);
        clock.pass(Duration.ofSeconds(5));
        assertThatThrownBy(() -> answer(engine, id)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void aClockSetBackDoesNotProlongAKeysLife() {
        KeyId id = key(engine, owner(ACME, "1")).id();
        keys.destroy(List.of(id), clock.instant());
        clock.pass(Duration.ofHours(-1));
        assertThat(answer(engine, id)).isEqualTo(new KeyAnswer.Destroyed(id));
    }

    @Test
    void theCacheNeverHoldsMoreThanItsBound() {
        SimpleMeterRegistry own = new SimpleMeterRegistry();
        EncryptionEngine small =
                Fixture.engine(keys, clock, KeySettings.defaults().withMaximumKeys(10), own);
        for (int i = 0; i < 20; i++) {
            int block = i * 37;
            small.forWriting(IntStream.range(0, 37)
                    .mapToObj(j -> owner(ACME, "p" + (block + j)))
                    .toList());
            assertThat(own.get(KeyMetric.HELD.meter()).gauge().value()).isBetween(1.0, 10.0);
        }
        SubjectKeyCache cache = new SubjectKeyCache(KeySettings.defaults().withMaximumKeys(10));
        IntStream.range(0, 500).forEach(i -> {
            cache.keep(key(small, owner(ACME, "q" + i)), clock.instant());
            assertThat(cache.size()).isLessThanOrEqualTo(10);
        });
    }

    @Test
    void aBlockLargerThanTheCacheIsAnsweredWhole() {
        EncryptionEngine small = engine(KeySettings.defaults().withMaximumKeys(5));
        List<KeyOwner> owners =
                IntStream.range(0, 100).mapToObj(i -> owner(ACME, "p" + i)).toList();
        List<KeyId> ids = small.forWriting(owners).values().stream()
                .map(SubjectKeyring::id)
                .toList();
        assertThat(ids).hasSize(100);
        assertThat(small.forReading(ids).values())
                .hasOnlyElementsOfType(KeyAnswer.Usable.class)
                .hasSize(100);
    }

    @Test
    void threadsThatNeedTheSameKeyAskOnce() throws Exception {
        KeyId id = key(Fixture.engine(keys), owner(ACME, "1")).id();
        engine.term(ACME, Fixture.CONTACT, Fixture.text(), "warms the tenant's key");
        int threads = 8;
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        counted.beforeEach(() -> {
            asked.countDown();
            await(release);
        });
        List<KeyAnswer> answers = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<KeyAnswer>> running = new ArrayList<>();
            running.add(pool.submit(() -> answer(engine, id)));
            asked.await();
            for (int i = 1; i < threads; i++) {
                running.add(pool.submit(() -> answer(engine, id)));
            }
            release.countDown();
            for (Future<KeyAnswer> future : running) {
                answers.add(future.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(answers).hasSize(threads).hasOnlyElementsOfType(KeyAnswer.Usable.class);
        assertThat(counted.calls("byId")).isEqualTo(1);
        assertThat(count(KeyMetric.UNWRAPPED)).isEqualTo(1);
    }

    @Test
    void aFailureReachesAllWhoWaitAndIsNotRemembered() {
        KeyId id = key(Fixture.engine(keys), owner(ACME, "1")).id();
        counted.down(true);
        assertThatThrownBy(() -> answer(engine, id)).isInstanceOf(StoreUnavailableException.class);
        counted.down(false);
        assertThat(answer(engine, id)).isInstanceOf(KeyAnswer.Usable.class);
    }

    @Test
    void metersCarryNoTags() {
        key(engine, owner(ACME, "1"));
        assertThat(meters.getMeters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(meter.getId().getTags()).isEmpty())
                .allSatisfy(meter -> assertThat(meter.getId().getName()).startsWith("protection.keys."));
    }

    private double count(KeyMetric metric) {
        return meters.get(metric.meter()).counter().count();
    }

    private static KeyAnswer answer(EncryptionEngine engine, KeyId id) {
        return engine.forReading(List.of(id)).getOrDefault(id, new KeyAnswer.Unknown(new KeyId(0)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
