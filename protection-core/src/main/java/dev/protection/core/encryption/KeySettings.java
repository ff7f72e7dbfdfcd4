package dev.protection.core.encryption;

import java.time.Duration;

/**
 * How keys are cached.
 *
 * @param staleness how long a key may open cells after another node destroyed it; zero to ask the store each time
 * @param maximumKeys how many unwrapped subject keys are held in memory at most
 */
public record KeySettings(Duration staleness, int maximumKeys) {
    /**
     * Checks the settings.
     *
     * @param staleness not negative
     * @param maximumKeys at least one
     * @throws IllegalArgumentException when one is out of its range
     */
    public KeySettings {
        if (staleness.isNegative() || maximumKeys < 1) {
            throw new IllegalArgumentException("staleness is not negative, and at least one key is cached");
        }
    }

    /**
     * Returns five seconds and 50,000 keys.
     *
     * @return the defaults
     */
    public static KeySettings defaults() {
        return new KeySettings(Duration.ofSeconds(5), 50_000);
    }

    /**
     * Returns these settings with another bound.
     *
     * @param bound how long a key may be used without asking the store
     * @return a copy
     */
    public KeySettings withStaleness(Duration bound) {
        return new KeySettings(bound, maximumKeys);
    }

    /**
     * Returns these settings with another size.
     *
     * @param keys how many keys are held at most
     * @return a copy
     */
    public KeySettings withMaximumKeys(int keys) {
        return new KeySettings(staleness, keys);
    }
}
