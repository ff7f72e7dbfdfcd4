package dev.protection.retention;

import dev.protection.SubjectRef;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The will to keep everything about a person because of a legal matter (Art. 17(3)(e) GDPR).
 *
 * @param subject the person
 * @param matter the matter's own number, at most 200 characters, without personal data
 * @param reason why, at most 200 characters, without personal data
 * @param reviewAt when it is to be looked at again; it does not end by itself
 */
public record LegalHold(SubjectRef subject, String matter, String reason, Optional<Instant> reviewAt) {
    private static final int LONGEST = 200;

    /**
     * Checks the parts.
     *
     * @param subject the person
     * @param matter the matter
     * @param reason why
     * @param reviewAt when to look again
     * @throws IllegalArgumentException when a text is blank or too long
     */
    public LegalHold {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(reviewAt, "reviewAt");
        if (matter.isBlank() || reason.isBlank() || matter.length() > LONGEST || reason.length() > LONGEST) {
            throw new IllegalArgumentException("a hold has a matter and a reason of 1 to " + LONGEST + " characters");
        }
    }
}
