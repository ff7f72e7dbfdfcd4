package dev.protection.core;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.ProtectionContext;
import dev.protection.anomaly.Anomaly;
import dev.protection.anomaly.SecurityEvent;
import dev.protection.core.flow.Observer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what the flows did, and lets the detectors see it. */
final class FlowObserver implements Observer {
    private final MeterRegistry meters;
    private final Anomaly anomaly;
    private final InstantSource clock;
    private final Map<Named, Counter> counters = new ConcurrentHashMap<>();

    FlowObserver(MeterRegistry meters, Anomaly anomaly, InstantSource clock) {
        this.meters = meters;
        this.anomaly = anomaly;
        this.clock = clock;
    }

    private record Named(FlowMetric metric, String dataset) {}

    @Override
    public void opened(ProtectionContext context, Dataset dataset, int subjects) {
        counter(FlowMetric.SUBJECTS_READ, dataset).increment(subjects);
        if (subjects > 0) {
            anomaly.observe(new SecurityEvent.Opened(
                    clock.instant(), context.tenant(), context.actor().id(), Action.READ, dataset.name(), subjects));
        }
    }

    @Override
    public void refused(ProtectionContext context, Action action, Dataset dataset, String code) {
        counter(FlowMetric.REFUSED, dataset).increment();
        anomaly.observe(new SecurityEvent.Refused(
                clock.instant(), context.tenant(), context.actor().id(), action, dataset.name(), code));
    }

    private Counter counter(FlowMetric metric, Dataset dataset) {
        return counters.computeIfAbsent(
                new Named(metric, dataset.name()),
                named -> Counter.builder(metric.id())
                        .description(metric.description())
                        .tag("dataset", named.dataset())
                        .register(meters));
    }
}
