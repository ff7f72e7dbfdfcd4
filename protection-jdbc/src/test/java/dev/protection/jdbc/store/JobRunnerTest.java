package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.core.Jobs;
import dev.protection.testing.servers.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobRunnerTest {
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final Duration NEVER = Duration.ofDays(1);

    @ParameterizedTest
    @EnumSource
    void jobs_runOnOneNodeAtATimeAndComeBack(TestDatabase database) throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore runs = new Semaphore(0);
        Jobs.Job job = new Jobs.Job("sweep", Duration.ofMillis(20), () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            runs.release();
            running.decrementAndGet();
        });
        try (StoreConnections one = TestStores.fresh(database);
                Jobs first = start(one, "one", job);
                Jobs second = start(one, "two", job)) {
            assertThat(first).isNotSameAs(second);
            assertThat(runs.tryAcquire(3, 30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most.get()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void wake_runsAJobThatIsNotDue(TestDatabase database) throws Exception {
        Semaphore runs = new Semaphore(0);
        try (StoreConnections connections = TestStores.fresh(database);
                Jobs jobs = start(connections, "one", new Jobs.Job("requests", NEVER, runs::release))) {
            assertThat(runs.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            boolean again = false;
            while (!again && System.nanoTime() < deadline) {
                jobs.wake("requests");
                again = runs.tryAcquire(200, TimeUnit.MILLISECONDS);
            }
            assertThat(again).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void failure_doesNotStopTheJob(TestDatabase database) throws Exception {
        Semaphore runs = new Semaphore(0);
        Jobs.Job job = new Jobs.Job("failing", Duration.ofMillis(20), () -> {
            runs.release();
            throw new IllegalStateException("values of a person");
        });
        try (StoreConnections connections = TestStores.fresh(database);
                Jobs jobs = start(connections, "one", job)) {
            assertThat(jobs).isNotNull();
            assertThat(runs.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    @SuppressWarnings("try") // the dead one is closed after the living
    void aDeadNodesJob_isTakenOver(TestDatabase database) throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        String url = database.freshDatabase();
        try (StoreConnections dying = TestStores.open(url);
                StoreConnections living = TestStores.open(url)) {
            new SchemaInstaller(dying, true).ensure(SchemaPart.DATA);
            Jobs dead = start(dying, "dead", new Jobs.Job("erase", NEVER, () -> {
                stuck.countDown();
                await(letGo);
            }));
            assertThat(stuck.await(30, TimeUnit.SECONDS)).isTrue();
            // Without connections it can send no sign of life, as a node that was killed.
            dying.close();
            try (Jobs alive = start(living, "alive", new Jobs.Job("erase", NEVER, taken::countDown))) {
                assertThat(alive).isNotNull();
                assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                letGo.countDown();
                dead.close();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Jobs start(StoreConnections connections, String node, Jobs.Job job) {
        return new JobRunner(connections, node, LEASE, List.of(job), InstantSource.system());
    }
}
