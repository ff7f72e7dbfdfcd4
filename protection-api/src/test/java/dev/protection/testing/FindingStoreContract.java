package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.TenantId;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.FindingStore;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every {@link FindingStore} passes. */
public abstract class FindingStoreContract {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00.123Z");

    /** For subclasses. */
    protected FindingStoreContract() {}

    /**
     * Returns a store.
     *
     * @return empty; the same one or another at each call within a test, over the same findings
     */
    protected abstract FindingStore store();

    @Test
    void whatIsPutIsFoundUnchanged() {
        FindingStore store = store();
        Finding finding = finding("1", "acme", "actor-1", FindingRule.BULK_READ, 0);

        store.put(finding);

        assertThat(store.get("1")).contains(finding);
        assertThat(store.get("2")).isEmpty();
        assertThat(store.find(FindingQuery.all())).containsExactly(finding);
    }

    @Test
    void theSameIdIsReplaced() {
        FindingStore store = store();
        Finding finding = finding("1", "acme", "actor-1", FindingRule.PROBING, 0);
        Finding later = finding.again(START.plusSeconds(60), new TreeMap<>()).withdraw("a test of the alarm – ok");

        store.put(finding);
        store.put(later);
        store.put(later);

        assertThat(store.find(FindingQuery.all())).containsExactly(later);
    }

    @Test
    void eachConditionNarrows() {
        FindingStore store = store();
        Finding one = finding("1", "acme", "actor-1", FindingRule.BULK_READ, 0);
        Finding other = finding("2", "other", "actor-2", FindingRule.PROBING, 60);
        store.put(one);
        store.put(other);

        assertThat(store.find(FindingQuery.all().tenant(TenantId.of("acme")))).containsExactly(one);
        assertThat(store.find(FindingQuery.all().rule(FindingRule.PROBING))).containsExactly(other);
        assertThat(store.find(FindingQuery.all().who("actor-1"))).containsExactly(one);
        assertThat(store.find(FindingQuery.all().since(other.lastAt()))).containsExactly(other);
        assertThat(store.find(FindingQuery.all().since(other.lastAt().plusMillis(1))))
                .isEmpty();
        assertThat(store.find(FindingQuery.all().tenant(TenantId.of("acme")).who("actor-2")))
                .isEmpty();
    }

    @Test
    void theNewestComesFirstAndTiesGoById() {
        FindingStore store = store();
        Finding b = finding("b", "acme", "actor-1", FindingRule.BULK_READ, 0);
        Finding a = finding("a", "acme", "actor-2", FindingRule.BULK_READ, 0);
        Finding newer = finding("c", "acme", "actor-3", FindingRule.BULK_READ, 1);
        store.put(b);
        store.put(newer);
        store.put(a);

        assertThat(store.find(FindingQuery.all())).containsExactly(newer, a, b);
    }

    private static Finding finding(String id, String tenant, String who, FindingRule rule, long seconds) {
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("persons-within-an-hour", "700");
        Instant at = START.plusSeconds(seconds);
        return new Finding(id, rule, TenantId.of(tenant), who, at, at, 1, facts, "up to 100", Optional.empty());
    }
}
