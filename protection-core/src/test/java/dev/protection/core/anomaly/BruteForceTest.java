package dev.protection.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BruteForceTest {
    private final AnomalyFixture world = new AnomalyFixture();

    @Test
    void theTenthFailureOfAnAccountIsAFindingTheNinthIsNot() {
        for (int i = 0; i < 9; i++) {
            world.signIn("victim", false, "source-" + i, "");
        }
        assertThat(world.findings()).isEmpty();

        world.signIn("victim", false, "source-9", "");

        assertThat(world.findings(FindingRule.BRUTE_FORCE_ACCOUNT)).hasSize(1);
        assertThat(world.findings(FindingRule.BRUTE_FORCE_SOURCE)).isEmpty();
    }

    @Test
    void theOwnersKnownDeviceIsNeverTheSuspect() {
        world.signIn("victim", true, "home", "laptop");
        for (int i = 0; i < 200; i++) {
            world.signIn("victim", false, "attacker", "");
            world.signIn("victim", i % 3 == 0, "home", "laptop");
        }

        assertThat(world.findings(FindingRule.BRUTE_FORCE_ACCOUNT)).hasSize(1);
        List<Finding> sources = world.findings(FindingRule.BRUTE_FORCE_SOURCE);
        assertThat(sources)
                .extracting(Finding::who)
                .containsExactly(world.engine
                        .origin("attacker", java.util.Optional.empty())
                        .address()
                        .hex());
    }

    @Test
    void aForgetfulOwnerOnAKnownDeviceStaysQuiet() {
        world.signIn("owner", true, "home", "laptop");
        for (int i = 0; i < 100; i++) {
            world.signIn("owner", false, "home", "laptop");
        }

        assertThat(world.findings()).isEmpty();
    }

    @Test
    void aDeviceKnownToOneAccountIsAStrangerToAnother() {
        world.signIn("attacker", true, "source", "phone");
        for (int i = 0; i < 10; i++) {
            world.signIn("victim", false, "source", "phone");
        }

        assertThat(world.findings(FindingRule.BRUTE_FORCE_ACCOUNT))
                .extracting(Finding::who)
                .containsExactly("victim");
    }

    @Test
    void oneSourceTryingTenAccountsOnceIsAFinding() {
        for (int i = 0; i < 9; i++) {
            world.signIn("account-" + i, false, "sprayer", "");
        }
        assertThat(world.findings()).isEmpty();

        world.signIn("account-9", false, "sprayer", "");

        Finding finding = world.findings(FindingRule.BRUTE_FORCE_SOURCE).get(0);
        assertThat(finding.facts()).containsEntry("accounts", "10").containsEntry("failures", "10");
    }

    @Test
    void anOfficeBehindAHubStaysQuietWhereALoneSourceWouldNot() {
        for (int i = 0; i < 40; i++) {
            world.signIn("account-" + i, false, "office-hub", "");
            world.after(Duration.ofSeconds(20));
        }

        assertThat(world.findings()).isEmpty();
    }

    @Test
    void failuresSpreadOverTheDayStayQuiet() {
        for (int i = 0; i < 200; i++) {
            world.signIn("victim", false, "home", "");
            world.after(Duration.ofMinutes(3));
        }

        assertThat(world.findings()).isEmpty();
    }

    @Test
    void tenThousandGuessesAreOneFindingPerRule() {
        for (int i = 0; i < 10_000; i++) {
            world.signIn("victim", false, "attacker", "");
        }

        assertThat(world.findings()).hasSize(2);
        assertThat(world.responses).hasSize(2);
    }
}
