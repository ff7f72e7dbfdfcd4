package dev.protection.rights;

import dev.protection.SubjectRef;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The state of one person, which decides about every write.
 *
 * @param subject the person
 * @param phase how far an erasure has come
 * @param restricted whether processing is restricted (Art. 18 GDPR)
 * @param objections the purposes to which the person has objected (Art. 21 GDPR)
 * @param holds how many legal holds are in force, at least 0
 */
public record SubjectState(
        SubjectRef subject, Phase phase, boolean restricted, SortedSet<String> objections, int holds) {
    /**
     * Checks the parts.
     *
     * @param subject the person
     * @param phase how far an erasure has come
     * @param restricted whether restricted
     * @param objections the purposes
     * @param holds how many holds
     */
    public SubjectState {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(phase, "phase");
        if (holds < 0) {
            throw new IllegalArgumentException("a person has no fewer than 0 holds");
        }
        objections = Collections.unmodifiableSortedSet(new TreeSet<>(objections));
    }

    /**
     * Returns the state of a person about whom nothing is known yet.
     *
     * @param subject the person
     * @return active, not restricted, not held
     */
    public static SubjectState active(SubjectRef subject) {
        return new SubjectState(subject, Phase.ACTIVE, false, Collections.emptySortedSet(), 0);
    }

    /**
     * Returns the state of a person of whom nothing stays.
     *
     * @param subject the person
     * @return erased
     */
    public static SubjectState erased(SubjectRef subject) {
        return active(subject).withPhase(Phase.ERASED);
    }

    /**
     * Returns this state in another phase.
     *
     * @param next the phase
     * @return a copy
     */
    public SubjectState withPhase(Phase next) {
        return new SubjectState(subject, next, restricted, objections, holds);
    }

    /**
     * Returns this state with the processing restricted or not.
     *
     * @param next whether restricted
     * @return a copy
     */
    public SubjectState withRestricted(boolean next) {
        return new SubjectState(subject, phase, next, objections, holds);
    }

    /**
     * Returns this state with an objection made or withdrawn.
     *
     * @param purpose to what
     * @param objects whether the person objects
     * @return a copy
     */
    public SubjectState withObjection(String purpose, boolean objects) {
        SortedSet<String> next = new TreeSet<>(objections);
        if (objects) {
            next.add(purpose);
        } else {
            next.remove(purpose);
        }
        return new SubjectState(subject, phase, restricted, next, holds);
    }

    /**
     * Returns this state with other holds.
     *
     * @param next how many
     * @return a copy
     */
    public SubjectState withHolds(int next) {
        return new SubjectState(subject, phase, restricted, objections, next);
    }
}
