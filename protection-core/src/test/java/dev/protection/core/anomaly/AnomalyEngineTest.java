package dev.protection.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.protection.StoreUnavailableException;
import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.FindingStore;
import dev.protection.anomaly.LocationResolver;
import dev.protection.anomaly.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnomalyEngineTest {
    private final AnomalyFixture world = new AnomalyFixture();

    @Test
    void theTwentiethRefusalIsAFinding() {
        for (int i = 0; i < 19; i++) {
            world.refused("a");
        }
        assertThat(world.findings()).isEmpty();

        world.refused("a");

        assertThat(world.findings(FindingRule.PROBING).get(0).facts())
                .containsEntry("refusals", "20")
                .containsEntry("last-rule", "NO_GRANT");
    }

    @Test
    void afterAnHourOfQuietTheSameThingIsANewEpisodeAndNotBefore() {
        world.opened("a", 500);
        world.after(Duration.ofHours(1));
        world.opened("a", 500);
        assertThat(world.responses).hasSize(1);

        world.after(Duration.ofHours(1).plusMillis(1));
        world.opened("a", 500);

        assertThat(world.responses).hasSize(2);
        assertThat(world.findings()).hasSize(2);
    }

    @Test
    void anEpisodeGoesOnOverARestart() {
        world.opened("a", 500);
        AnomalyFixture restarted = new AnomalyFixture(AnomalySettings.defaults(), world.store);
        restarted.after(Duration.ofMinutes(30));
        restarted.opened("a", 500);

        assertThat(restarted.responses).isEmpty();
        assertThat(restarted.findings()).hasSize(1);
        assertThat(restarted.findings().get(0).count()).isEqualTo(2);
    }

    @Test
    void theSameEpisodeHasTheSameIdOnEveryNode() {
        AnomalyFixture other = new AnomalyFixture();
        world.opened("a", 500);
        other.opened("a", 500);

        assertThat(other.findings()).isEqualTo(world.findings());
    }

    @Test
    void aWithdrawnFindingIsUndoneAndStaysWithdrawnWhileItsEpisodeLasts() {
        world.opened("a", 500);
        String id = world.findings().get(0).id();

        Optional<Finding> withdrawn = world.engine.withdraw(id, "month end");
        world.opened("a", 500);
        world.opened("a", 500);

        assertThat(withdrawn.flatMap(Finding::withdrawn)).contains("month end");
        assertThat(world.undone).hasSize(1);
        assertThat(world.responses).hasSize(1);
        assertThat(world.findings()).extracting(Finding::withdrawn).containsExactly(Optional.of("month end"));
        assertThat(world.engine.withdraw("unknown", "x")).isEmpty();
    }

    @Test
    void findingsHoldNoAddressesDevicesOrPlaces() {
        for (int i = 0; i < 40; i++) {
            world.signIn("account", false, "he-198.51.100.7", "device-token-9");
        }
        world.signIn("account", true, "he", "device-token-9");
        world.signIn("account", true, "to", "device-token-9");

        assertThat(world.findings())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding + finding.inWords())
                        .doesNotContain("198.51", "device-token", "60.2", "139.7"));
    }

    @Test
    void aStoreOrResponseThatFailsDoesNotFailTheWork() {
        FindingStore down = new InMemoryStoreThatFails();
        Response broken = new Response() {
            @Override
            public void respond(Finding finding) {
                throw new IllegalStateException("no mail today");
            }

            @Override
            public void undo(Finding finding) {
                throw new IllegalStateException("no mail today");
            }
        };
        AnomalyEngine engine = new AnomalyEngine(
                AnomalySettings.defaults(),
                new Origins(new byte[32], LocationResolver.none()),
                down,
                List.of(broken, new LoggingResponse()),
                () -> world.now);

        assertThatCode(() -> engine.observe(new dev.protection.anomaly.SecurityEvent.Opened(
                        world.now, AnomalyFixture.TENANT, "a", dev.protection.Action.READ, "contact", 900)))
                .doesNotThrowAnyException();
    }

    @Test
    void everyRuleHasItsSectionInTheDocumentation() throws Exception {
        String page = Files.readString(Path.of("doc/findings.md"));
        for (FindingRule rule : FindingRule.values()) {
            String anchor = rule.documentation().replace("findings.md#", "");
            assertThat(page)
                    .contains("## " + anchor.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                            + anchor.substring(1).replace('-', ' '));
        }
    }

    @Test
    void concurrentEventsAreAllCounted() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++) {
            pool.execute(() -> {
                for (int i = 0; i < 125; i++) {
                    world.opened("a", 1);
                }
            });
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

        assertThat(world.findings(FindingRule.BULK_READ)).hasSize(1);
        assertThat(world.findings().get(0).facts()).containsEntry("persons-within-an-hour", "500");
    }

    /** A store that answers nothing but the query at the start. */
    private static final class InMemoryStoreThatFails implements FindingStore {
        @Override
        public void put(Finding finding) {
            throw new StoreUnavailableException("finding store", new IllegalStateException("down"));
        }

        @Override
        public Optional<Finding> get(String id) {
            return Optional.empty();
        }

        @Override
        public List<Finding> find(FindingQuery query) {
            return List.of();
        }
    }
}
