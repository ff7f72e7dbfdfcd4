package dev.protection.core.anomaly;

import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.SecurityEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** An actor is refused again and again: somebody tries what is possible. */
final class ProbingDetector implements Detector {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final int threshold;
    private final BoundedTable<Key, Window> refusals;

    ProbingDetector(AnomalySettings settings) {
        this.threshold = settings.refusals();
        this.refusals = new BoundedTable<>(settings.keys());
    }

    @Override
    public void observe(SecurityEvent event, Instant at, Collection<Signal> signals) {
        if (event instanceof SecurityEvent.Refused refused) {
            Key key = new Key(refused.tenant(), refused.actor());
            long count = refusals.get(key, () -> new Window(WINDOW)).add(at, 1);
            if (count >= threshold) {
                signals.add(signal(refused, count));
            }
        }
    }

    private Signal signal(SecurityEvent.Refused refused, long count) {
        Map<String, String> facts = Map.of(
                "refusals", Long.toString(count),
                "last-action", refused.action().name(),
                "last-dataset", refused.dataset(),
                "last-rule", refused.rule());
        String normal = "fewer than " + threshold + " refusals within 15 minutes";
        return new Signal(FindingRule.PROBING, refused.tenant(), refused.actor(), facts, normal);
    }
}
