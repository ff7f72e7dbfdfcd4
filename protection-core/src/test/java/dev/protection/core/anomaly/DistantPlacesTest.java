package dev.protection.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.SecurityEvent;
import dev.protection.anomaly.SecurityEvent.Session.Phase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DistantPlacesTest {
    private static final double KILOMETRES = AnomalyFixture.HELSINKI.kilometresTo(AnomalyFixture.TOKYO);
    private static final Duration FLIGHT = Duration.ofSeconds((long) Math.ceil(KILOMETRES / 900 * 3_600));
    private final AnomalyFixture world = new AnomalyFixture();

    @Test
    void aFlightAtExactlyTheLimitIsQuietAndOneSecondFasterIsNot() {
        world.signIn("a", true, "he", "");
        world.after(FLIGHT);
        world.signIn("a", true, "to", "");
        assertThat(world.findings()).isEmpty();

        world.signIn("b", true, "he", "");
        world.after(FLIGHT.minusSeconds(1));
        world.signIn("b", true, "to", "");

        assertThat(world.findings(FindingRule.DISTANT_PLACES))
                .extracting(Finding::who)
                .containsExactly("b");
    }

    @Test
    void neighbouringPlacesAtOnceAreAHandOver() {
        world.session("a", "1", Phase.START, "he-wifi");
        world.session("a", "1", Phase.MOVE, "es-lte");
        world.session("a", "1", Phase.MOVE, "he-wifi");

        assertThat(world.findings()).isEmpty();
    }

    @Test
    void overlappingSessionsFarApartAreFoundAndSaidToOverlap() {
        world.session("a", "1", Phase.START, "he");
        world.after(Duration.ofMinutes(5));
        world.session("a", "2", Phase.START, "to");

        Finding finding = world.findings(FindingRule.DISTANT_PLACES).get(0);
        assertThat(finding.facts())
                .containsEntry("overlapping-sessions", "true")
                .containsEntry("minutes-between", "5")
                .containsEntry("kilometres", Long.toString(Math.round(KILOMETRES)));
    }

    @Test
    void afterTheEndOfASessionTheNextIsNotSaidToOverlap() {
        world.session("a", "1", Phase.START, "he");
        world.session("a", "1", Phase.END, "he");
        world.session("a", "2", Phase.START, "to");

        assertThat(world.findings().get(0).facts()).containsEntry("overlapping-sessions", "false");
    }

    @Test
    void behindAVpnOrAHubNothingIsSaid() {
        for (int i = 0; i < 50; i++) {
            world.signIn("a", true, "he", "");
            world.signIn("a", true, "to-vpn", "");
            world.session("a", "1", Phase.MOVE, "to-hub");
            world.after(Duration.ofMinutes(1));
        }

        assertThat(world.findings()).isEmpty();
    }

    @Test
    void anUnknownPlaceOrAFailedSignInSaysNothing() {
        world.signIn("a", true, "he", "");
        world.signIn("a", false, "to", "");
        world.signIn("a", true, "nowhere", "");

        assertThat(world.findings()).isEmpty();
    }

    @Test
    void eventsThatArriveInTheWrongOrderAreStillCompared() {
        SecurityEvent late = new SecurityEvent.SignIn(
                world.now.minus(Duration.ofMinutes(4)),
                AnomalyFixture.TENANT,
                "a",
                true,
                world.engine.origin("he", Optional.empty()));
        world.signIn("a", true, "to", "");
        world.engine.observe(late);

        assertThat(world.findings(FindingRule.DISTANT_PLACES)).hasSize(1);
        assertThat(world.findings().get(0).facts()).containsEntry("minutes-between", "4");
    }

    @Test
    void goingBackAndForthIsOneFinding() {
        for (int i = 0; i < 100; i++) {
            world.signIn("a", true, i % 2 == 0 ? "he" : "to", "");
            world.after(Duration.ofMinutes(10));
        }

        assertThat(world.findings()).hasSize(1);
        assertThat(world.responses).hasSize(1);
    }
}
