package dev.protection.core.anomaly;

import dev.protection.anomaly.Anomaly;
import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingStore;
import dev.protection.anomaly.Origin;
import dev.protection.anomaly.Response;
import dev.protection.anomaly.SecurityEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs every event through the detectors and keeps one finding per episode. Safe for use by several threads. */
public final class AnomalyEngine implements Anomaly {
    // Detectors are plain and share one lock: an event costs well under two microseconds, so there is nothing to gain
    // from more. Stores and responses are called outside of it.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Object lock = new Object();
    private final Origins origins;
    private final FindingStore store;
    private final Aftermath aftermath;
    private final InstantSource clock;
    private final List<Detector> detectors;
    private final Episodes episodes;
    private final List<Signal> signals = new ArrayList<>();

    /**
     * Makes an engine that goes on with the episodes found in the store.
     *
     * @param settings the thresholds
     * @param origins how addresses become origins
     * @param store where findings are kept
     * @param responses what is done about a new finding, in this order
     * @param clock the time by which events from the future are told
     */
    public AnomalyEngine(
            AnomalySettings settings,
            Origins origins,
            FindingStore store,
            List<Response> responses,
            InstantSource clock) {
        this.origins = origins;
        this.store = store;
        this.aftermath = new Aftermath(store, List.copyOf(responses));
        this.clock = clock;
        this.detectors = List.of(
                new BulkReadDetector(settings),
                new BruteForceDetector(settings),
                new DistantPlacesDetector(settings),
                new ProbingDetector(settings),
                new BreakGlassDetector());
        this.episodes = new Episodes(settings);
        store.find(FindingQuery.all().since(clock.instant().minus(settings.quiet())))
                .forEach(episodes::resume);
    }

    @Override
    public void observe(SecurityEvent event) {
        List<Finding> noteworthy = List.of();
        synchronized (lock) {
            Instant at = notAhead(event.at());
            detectors.forEach(detector -> detector.observe(event, at, signals));
            if (!signals.isEmpty()) {
                noteworthy = signals.stream()
                        .map(signal -> episodes.note(signal, at))
                        .flatMap(Optional::stream)
                        .toList();
                signals.clear();
            }
        }
        noteworthy.forEach(aftermath::take);
    }

    // A node whose clock runs ahead must not make everything else look old.
    private Instant notAhead(Instant at) {
        Instant latest = clock.instant().plus(SKEW);
        return at.isAfter(latest) ? latest : at;
    }

    @Override
    public List<Finding> findings(FindingQuery query) {
        return store.find(query);
    }

    @Override
    public Origin origin(String address, Optional<String> device) {
        return origins.of(address, device);
    }

    @Override
    public Optional<Finding> withdraw(String id, String reason) {
        Optional<Finding> withdrawn = store.get(id).map(finding -> finding.withdraw(reason));
        synchronized (lock) {
            withdrawn.ifPresent(episodes::resume);
        }
        withdrawn.ifPresent(aftermath::undo);
        return withdrawn;
    }
}
