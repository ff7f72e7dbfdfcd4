package dev.protection.access;

import java.time.Instant;
import java.util.Objects;

/**
 * What is on record of an emergency that nobody has reviewed yet.
 *
 * @param id names it
 * @param actor who broke the glass
 * @param reason why
 * @param at when
 */
public record EmergencyReport(String id, String actor, String reason, Instant at) {
    /**
     * Checks the parts.
     *
     * @param id its name
     * @param actor who
     * @param reason why
     * @param at when
     */
    public EmergencyReport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }
}
