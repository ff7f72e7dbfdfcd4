package dev.protection.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.TenantId;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.SecurityEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BulkReadTest {
    private final AnomalyFixture world = new AnomalyFixture();

    @Test
    void theFloorAloneCountsWithoutHistoryAndExactlyThere() {
        world.opened("a", 499);
        assertThat(world.findings()).isEmpty();

        world.opened("a", 1);

        Finding finding = world.findings(FindingRule.BULK_READ).get(0);
        assertThat(finding.facts()).containsEntry("persons-within-an-hour", "500");
        assertThat(finding.normal()).isEqualTo("no history yet; unusual from 500");
        assertThat(finding.who()).isEqualTo("a");
    }

    @Test
    void whoReadsMuchEveryDayIsQuietUntilFourTimesThat() {
        for (int hour = 0; hour < 10; hour++) {
            world.opened("a", 300);
            world.after(Duration.ofHours(2));
        }
        world.opened("a", 1_199);
        assertThat(world.findings()).isEmpty();

        world.opened("a", 1);

        assertThat(world.findings(FindingRule.BULK_READ)).hasSize(1);
        assertThat(world.findings().get(0).normal()).isEqualTo("usually up to 300 an hour; unusual from 1200");
    }

    @Test
    void anUnusualHourDoesNotBecomeTheNormal() {
        for (int hour = 0; hour < 10; hour++) {
            world.opened("a", 200);
            world.after(Duration.ofHours(2));
        }
        for (int hour = 0; hour < 40; hour++) {
            world.opened("a", 2_000);
            world.after(Duration.ofHours(2));
        }

        assertThat(world.findings(FindingRule.BULK_READ)).hasSize(40);
    }

    @Test
    void oneEpisodeIsOneFindingHoweverManyReads() {
        for (int i = 0; i < 1_000; i++) {
            world.opened("a", 100);
            world.after(Duration.ofSeconds(10));
        }

        assertThat(world.findings()).hasSize(1);
        assertThat(world.responses).hasSize(1);
        assertThat(world.findings().get(0).count()).isEqualTo(512);
    }

    @Test
    void slowReadingStaysQuiet() {
        for (int minute = 0; minute < 2_000; minute++) {
            world.opened("a", 7);
            world.after(Duration.ofMinutes(1));
        }

        assertThat(world.findings()).isEmpty();
    }

    @Test
    void eventsOutOfOrderCountAsIfInOrder() {
        for (int i = 0; i < 50; i++) {
            int minutesLate = i % 5;
            world.engine.observe(new SecurityEvent.Opened(
                    world.now.minus(Duration.ofMinutes(minutesLate)),
                    AnomalyFixture.TENANT,
                    "a",
                    Action.COPY,
                    "contact",
                    10));
        }

        assertThat(world.findings(FindingRule.BULK_READ)).hasSize(1);
    }

    @Test
    void aNodeWhoseClockRunsAheadDoesNotHideWhatOthersSee() {
        world.engine.observe(new SecurityEvent.Opened(
                world.now.plus(Duration.ofDays(400)), AnomalyFixture.TENANT, "a", Action.READ, "contact", 1));
        world.opened("a", 499);

        assertThat(world.findings(FindingRule.BULK_READ)).hasSize(1);
    }

    @Test
    void theSameActorInAnotherTenantIsAnother() {
        world.opened("a", 300);
        world.engine.observe(
                new SecurityEvent.Opened(world.now, TenantId.of("other"), "a", Action.READ, "contact", 300));

        assertThat(world.engine.findings(FindingQuery.all())).isEmpty();
    }
}
