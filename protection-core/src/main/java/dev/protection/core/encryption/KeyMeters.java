package dev.protection.core.encryption;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The counters of one engine, looked up once. */
final class KeyMeters {
    private final Map<KeyMetric, Counter> counters = new EnumMap<>(KeyMetric.class);

    KeyMeters(MeterRegistry registry) {
        for (KeyMetric metric : KeyMetric.values()) {
            counters.put(metric, metric.in(registry));
        }
    }

    void count(KeyMetric metric, int times) {
        if (times > 0) {
            Objects.requireNonNull(counters.get(metric)).increment(times);
        }
    }
}
