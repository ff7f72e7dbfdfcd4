package dev.protection.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.FindingRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloodTest {
    private static final int FLOOD = 1_000_000;

    @Test
    void aMillionDistinctKeysDoNotGrowATable() {
        BoundedTable<Integer, String> table = new BoundedTable<>(1_000);
        for (int key = 0; key < FLOOD; key++) {
            table.get(key, () -> "once");
        }

        assertThat(table.size()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void aFloodOfNewKeysDoesNotPushOutWhatWasSeenTwice() {
        BoundedTable<String, String> table = new BoundedTable<>(1_000);
        table.get("regular", () -> "first");
        table.get("regular", () -> "second");
        for (int key = 0; key < 100_000; key++) {
            table.get("flood-" + key, () -> "once");
        }

        assertThat(table.get("regular", () -> "forgotten")).isEqualTo("first");
    }

    @Test
    void anEngineUnderAFloodKeepsItsMemoryAndStillFindsTheAttackOnARegular() {
        AnomalyFixture world = new AnomalyFixture(settings(), new InMemoryFindingStore());
        world.signIn("regular", true, "home", "laptop");
        world.signIn("regular", true, "home", "laptop");
        for (int i = 0; i < 100_000; i++) {
            world.signIn("nobody-" + i, false, "source-" + i, "");
        }
        for (int i = 0; i < 10; i++) {
            world.signIn("regular", false, "home", "laptop");
            world.signIn("regular", false, "attacker-" + i, "");
            world.after(Duration.ofSeconds(1));
        }

        assertThat(world.findings()).hasSize(1);
        assertThat(world.findings(FindingRule.BRUTE_FORCE_ACCOUNT)).hasSize(1);
        assertThat(world.findings().get(0).facts()).containsEntry("failures-from-unknown-devices", "10");
    }

    private static AnomalySettings settings() {
        AnomalySettings defaults = AnomalySettings.defaults();
        return new AnomalySettings(
                defaults.bulkRead(),
                defaults.failures(),
                defaults.travel(),
                defaults.refusals(),
                defaults.quiet(),
                1_000);
    }
}
