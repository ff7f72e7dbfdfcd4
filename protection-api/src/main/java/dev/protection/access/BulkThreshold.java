package dev.protection.access;

import java.time.Duration;
import java.util.Objects;

/**
 * From how many persons on reading is copying: who has opened this many within the window needs a grant for COPY to go
 * on reading.
 *
 * @param subjects persons opened by one actor within the window; at least 1
 * @param window the length of the sliding window; at least a minute
 */
public record BulkThreshold(long subjects, Duration window) {
    /** A thousand persons an hour. */
    public static final BulkThreshold DEFAULT = new BulkThreshold(1_000, Duration.ofHours(1));

    /**
     * Checks the parts.
     *
     * @param subjects at least 1
     * @param window at least a minute
     * @throws IllegalArgumentException when one of them is too small
     */
    public BulkThreshold {
        Objects.requireNonNull(window, "window");
        if (subjects < 1 || window.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("a bulk threshold is at least one person a minute");
        }
    }
}
