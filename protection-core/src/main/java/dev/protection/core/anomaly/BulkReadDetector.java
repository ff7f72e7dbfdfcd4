package dev.protection.core.anomaly;

import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.SecurityEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** An actor opens far more persons within an hour than in its own normal hour, and more than an absolute floor. */
final class BulkReadDetector implements Detector {
    private final AnomalySettings.BulkRead thresholds;
    private final BoundedTable<Key, ReadingHistory> histories;

    BulkReadDetector(AnomalySettings settings) {
        this.thresholds = settings.bulkRead();
        this.histories = new BoundedTable<>(settings.keys());
    }

    @Override
    public void observe(SecurityEvent event, Instant at, Collection<Signal> signals) {
        if (event instanceof SecurityEvent.Opened opened && opened.subjects() > 0) {
            ReadingHistory history = histories.get(new Key(opened.tenant(), opened.actor()), ReadingHistory::new);
            long count = history.add(at, opened.subjects());
            if (count >= thresholds.floor() && count >= history.normal() * thresholds.factor()) {
                history.markUnusual();
                signals.add(signal(opened, count, history.normal()));
            }
        }
    }

    private Signal signal(SecurityEvent.Opened opened, long count, long usual) {
        Map<String, String> facts = Map.of(
                "persons-within-an-hour", Long.toString(count),
                "last-action", opened.action().name(),
                "last-dataset", opened.dataset());
        String own = usual == 0 ? "no history yet" : "usually up to " + usual + " an hour";
        String normal = own + "; unusual from " + Math.max(thresholds.floor(), usual * thresholds.factor());
        return new Signal(FindingRule.BULK_READ, opened.tenant(), opened.actor(), facts, normal);
    }
}
