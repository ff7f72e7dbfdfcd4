package dev.protection.rights;

import dev.protection.SubjectRef;
import java.util.Objects;

/**
 * The state of one person, which decides about every write.
 *
 * @param subject the person
 * @param phase how far an erasure has come
 * @param restricted whether processing is restricted (Art. 18 GDPR)
 * @param holds how many legal holds are in force, at least 0
 */
public record SubjectState(SubjectRef subject, Phase phase, boolean restricted, int holds) {
    /**
     * Checks the parts.
     *
     * @param subject the person
     * @param phase how far an erasure has come
     * @param restricted whether restricted
     * @param holds how many holds
     */
    public SubjectState {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(phase, "phase");
        if (holds < 0) {
            throw new IllegalArgumentException("a person has no fewer than 0 holds");
        }
    }

    /**
     * Returns the state of a person about whom nothing is known yet.
     *
     * @param subject the person
     * @return active, not restricted, not held
     */
    public static SubjectState active(SubjectRef subject) {
        return new SubjectState(subject, Phase.ACTIVE, false, 0);
    }
}
