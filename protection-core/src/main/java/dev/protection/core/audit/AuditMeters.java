package dev.protection.core.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The counters of one engine, looked up once. */
final class AuditMeters {
    private final Map<AuditMetric, Counter> counters = new EnumMap<>(AuditMetric.class);

    AuditMeters(MeterRegistry registry) {
        for (AuditMetric metric : AuditMetric.values()) {
            counters.put(metric, metric.in(registry));
        }
    }

    void count(AuditMetric metric, int times) {
        Objects.requireNonNull(counters.get(metric)).increment(times);
    }
}
