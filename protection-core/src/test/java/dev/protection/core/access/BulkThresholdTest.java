package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;
import static dev.protection.core.access.AccessFixture.TREE;
import static dev.protection.core.access.AccessFixture.context;
import static dev.protection.core.access.AccessFixture.dataset;
import static dev.protection.core.access.AccessFixture.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.access.BulkThreshold;
import dev.protection.access.Decision;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.RowFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BulkThresholdTest {
    private static final Grant READS = Grant.of(Action.READ).purposes("support").categories("name");
    private static final Policy POLICY = Policy.builder()
            .role("clerk", READS)
            .role("exporter", READS, Grant.of(Action.COPY).purposes("support").categories("name"))
            .bulk(new BulkThreshold(100, Duration.ofHours(1)))
            .build(MAP);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final AccessEngine engine = new AccessEngine(MAP, () -> POLICY, TREE, () -> now);
    private final ProtectionContext clerk = context(Set.of("clerk"), "support", "page", "page");

    @Test
    void readingPastTheThresholdIsCopyingFromExactlyThere() {
        engine.opened(clerk, 99);
        assertThat(read(clerk).permits()).isTrue();

        engine.opened(clerk, 1);

        Decision refused = read(clerk);
        assertThat(refused.permits()).isFalse();
        assertThat(refused.facts().question().action()).isEqualTo(Action.COPY);
        assertThat(refused.facts().question().asked()).isEqualTo(Action.READ);
        assertThat(refused.facts().inWords())
                .contains("READ past the bulk threshold")
                .contains("the role 'exporter'");
        assertThat(engine.filter(clerk, Action.READ, dataset("contact"))).isInstanceOf(RowFilter.None.class);
    }

    @Test
    void whoMayCopyReadsOn() {
        ProtectionContext exporter = context(Set.of("exporter"), "support", "page", "page");
        engine.opened(exporter, 1_000_000);

        assertThat(read(exporter).permits()).isTrue();
        assertThat(read(exporter).facts().question().action()).isEqualTo(Action.COPY);
    }

    @Test
    void theWindowSlidesAndNeverCountsLessThanItsLength() {
        engine.opened(clerk, 100);
        now = now.plus(Duration.ofMinutes(60));
        assertThat(read(clerk).permits()).isFalse();

        now = now.plus(Duration.ofMinutes(5));
        assertThat(read(clerk).permits()).isTrue();
    }

    @Test
    void aClockThatStepsBackForgetsNothing() {
        engine.opened(clerk, 100);
        now = now.minus(Duration.ofDays(2));

        assertThat(read(clerk).permits()).isFalse();
    }

    @Test
    void eachActorCountsAloneAndOnlyReadingIsAffected() {
        engine.opened(clerk, 100);
        ProtectionContext other = new ProtectionContext(
                new Actor(
                        "actor-8",
                        clerk.actor().roles(),
                        clerk.actor().tenants(),
                        clerk.actor().attributes()),
                "support",
                clerk.tenant(),
                "c");

        assertThat(read(other).permits()).isTrue();
        assertThat(decide(engine, clerk, Action.DELETE, "contact", "page")
                        .facts()
                        .question()
                        .action())
                .isEqualTo(Action.DELETE);
    }

    @Test
    void concurrentReadersLoseNoCount() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        for (int thread = 0; thread < 4; thread++) {
            pool.execute(() -> {
                await(start);
                for (int i = 0; i < 25; i++) {
                    engine.opened(clerk, 1);
                }
            });
        }
        start.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(read(clerk).permits()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Decision read(ProtectionContext context) {
        return decide(engine, context, Action.READ, "contact.full_name", "page");
    }
}
