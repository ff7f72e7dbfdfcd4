package dev.protection.lawfulness;

import dev.protection.SubjectRef;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that happened to a consent. Never changed, only followed by others.
 *
 * @param id its name
 * @param subject who consents or no longer does
 * @param purpose to what
 * @param status {@link ConsentStatus#GIVEN}, {@code WITHDRAWN} or {@code EXPIRED}
 * @param at when
 * @param recordedBy the id of the actor who recorded it
 * @param how how the person said so
 * @param until when a consent that was given ends by itself; {@link #NO_END} for never
 */
public record ConsentEvent(
        UUID id,
        SubjectRef subject,
        String purpose,
        ConsentStatus status,
        Instant at,
        String recordedBy,
        Indication how,
        Instant until) {
    /** The end of a consent that has none. */
    public static final Instant NO_END = Instant.ofEpochMilli(Long.MAX_VALUE);

    /**
     * Checks the parts.
     *
     * @param id its name
     * @param subject who
     * @param purpose to what
     * @param status what happened
     * @param at when
     * @param recordedBy the actor
     * @param how how
     * @param until the end
     */
    public ConsentEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(recordedBy, "recordedBy");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(until, "until");
    }

    /** Names the kind of person alone. */
    @Override
    public String toString() {
        return status + " of a " + subject.kind() + " for " + purpose;
    }
}
