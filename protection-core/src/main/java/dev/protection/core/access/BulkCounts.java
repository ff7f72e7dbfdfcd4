package dev.protection.core.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.protection.access.BulkThreshold;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many persons each actor opened of late. Safe for use by several threads; memory is bounded by the number of
 * actors kept, of which the most active stay.
 */
final class BulkCounts {
    private static final int ACTORS = 100_000;

    private final InstantSource clock;
    private final Cache<String, SlidingCount> counts;
    private final AtomicLong highest = new AtomicLong();

    BulkCounts(InstantSource clock) {
        this.clock = clock;
        this.counts = Caffeine.newBuilder()
                .maximumSize(ACTORS)
                .executor(Runnable::run)
                .build();
    }

    void add(String actor, long subjects, BulkThreshold threshold) {
        SlidingCount known = counts.getIfPresent(actor);
        if (known == null || !known.window().equals(threshold.window())) {
            known = counts.asMap().compute(actor, (id, before) -> fitting(before, threshold.window()));
        }
        known.add(clock.millis(), subjects);
        highest.accumulateAndGet(known.atMost(), Math::max);
    }

    boolean isBulk(String actor, BulkThreshold threshold) {
        if (highest.get() < threshold.subjects()) {
            return false; // nobody ever was
        }
        SlidingCount count = counts.getIfPresent(actor);
        return count != null
                && count.atMost() >= threshold.subjects()
                && count.within(clock.millis()) >= threshold.subjects();
    }

    private static SlidingCount fitting(@org.jspecify.annotations.Nullable SlidingCount before, Duration window) {
        return before != null && before.window().equals(window) ? before : new SlidingCount(window);
    }
}
