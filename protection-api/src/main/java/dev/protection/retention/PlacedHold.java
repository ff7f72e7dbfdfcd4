package dev.protection.retention;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A legal hold as it is kept.
 *
 * @param id its name
 * @param hold the hold
 * @param placedBy the id of the actor
 * @param placedAt when, kept to the microsecond
 * @param release who released it, when and why; empty while it is in force
 */
public record PlacedHold(HoldId id, LegalHold hold, String placedBy, Instant placedAt, Optional<Release> release) {
    /**
     * Checks the parts.
     *
     * @param id its name
     * @param hold the hold
     * @param placedBy who placed it
     * @param placedAt when
     * @param release its release
     */
    public PlacedHold {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hold, "hold");
        Objects.requireNonNull(placedBy, "placedBy");
        Objects.requireNonNull(placedAt, "placedAt");
        Objects.requireNonNull(release, "release");
    }

    /**
     * The end of a hold.
     *
     * @param by the id of the actor
     * @param at when, kept to the microsecond
     * @param reason why, at most 200 characters, without personal data
     */
    public record Release(String by, Instant at, String reason) {
        /**
         * Checks the parts.
         *
         * @param by who
         * @param at when
         * @param reason why
         */
        public Release {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
