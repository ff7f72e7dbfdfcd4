package dev.protection.core.encryption;

import java.time.Duration;
import java.time.Instant;

/**
 * An unwrapped key and when the store was last asked about it.
 *
 * @param ring the key
 * @param asked a time before the store answered that the key lives
 */
record CachedKey(SubjectKeyring ring, Instant asked) {
    boolean isFresh(Instant begun, Duration staleness) {
        return isFresh(asked, begun, staleness);
    }

    /** Whether an answer may serve a call begun at this time; a clock set back, or a bound of zero, says no. */
    static boolean isFresh(Instant asked, Instant begun, Duration staleness) {
        return asked.plus(staleness).isAfter(begun) && asked.minus(staleness).isBefore(begun);
    }
}
