package dev.protection.core.audit;

import java.time.Duration;

/**
 * How often the log is written on. Immutable.
 *
 * @param integrationInterval how often waiting events are moved into the log in the background
 * @param anchorInterval how often the anchors are given the newest checkpoint in the background; what was logged since
 *     the last one is not protected against whoever has the database and the root key
 * @param refusalWindow for how long refusals that say the same are counted after the first was recorded; when the
 *     process is killed, the counts of at most this long are lost
 */
public record AuditSettings(Duration integrationInterval, Duration anchorInterval, Duration refusalWindow) {
    /**
     * Checks the parts.
     *
     * @param integrationInterval longer than nothing
     * @param anchorInterval not negative
     * @param refusalWindow not negative; zero records every refusal
     * @throws IllegalArgumentException when one is out of range
     */
    public AuditSettings {
        if (integrationInterval.isNegative() || integrationInterval.isZero()) {
            throw new IllegalArgumentException("the integration interval is longer than nothing");
        }
        if (anchorInterval.isNegative() || refusalWindow.isNegative()) {
            throw new IllegalArgumentException("an interval is not negative");
        }
    }

    /**
     * Returns the settings of who says nothing.
     *
     * @return a second between integrations, ten between anchorings, refusals counted over five
     */
    public static AuditSettings defaults() {
        return new AuditSettings(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(5));
    }
}
