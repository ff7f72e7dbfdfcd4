package dev.protection.core.encryption;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The meters of one engine, looked up once. */
final class KeyMeters {
    private final Map<KeyMetric, Counter> counters = new EnumMap<>(KeyMetric.class);

    KeyMeters(MeterRegistry registry, SubjectKeyCache cache) {
        Gauge.builder(KeyMetric.HELD.meter(), cache, SubjectKeyCache::size)
                .description(KeyMetric.HELD.description())
                .register(registry);
        for (KeyMetric metric : KeyMetric.values()) {
            if (metric != KeyMetric.HELD) {
                counters.put(
                        metric,
                        Counter.builder(metric.meter())
                                .description(metric.description())
                                .register(registry));
            }
        }
    }

    void count(KeyMetric metric, int times) {
        if (times > 0) {
            Objects.requireNonNull(counters.get(metric)).increment(times);
        }
    }
}
