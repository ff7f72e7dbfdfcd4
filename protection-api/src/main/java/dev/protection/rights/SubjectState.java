package dev.protection.rights;

import dev.protection.SubjectRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The state of one person, which decides about every write.
 *
 * @param subject the person
 * @param phase how far an erasure has come
 * @param restricted whether processing is restricted (Art. 18 GDPR)
 * @param objections the purposes to which the person has objected (Art. 21 GDPR)
 * @param consents the purposes to which the person has consented (Art. 7 GDPR) and not withdrawn it, and until when
 * @param holds how many legal holds are in force, at least 0
 */
public record SubjectState(
        SubjectRef subject,
        Phase phase,
        boolean restricted,
        SortedSet<String> objections,
        SortedMap<String, Instant> consents,
        int holds) {
    /**
     * Checks the parts.
     *
     * @param subject the person
     * @param phase how far an erasure has come
     * @param restricted whether restricted
     * @param objections the purposes
     * @param consents the purposes and ends
     * @param holds how many holds
     */
    public SubjectState {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(phase, "phase");
        if (holds < 0) {
            throw new IllegalArgumentException("a person has no fewer than 0 holds");
        }
        objections = Collections.unmodifiableSortedSet(new TreeSet<>(objections));
        consents = Collections.unmodifiableSortedMap(new TreeMap<>(consents));
    }

    /**
     * Returns the state of a person about whom nothing is known yet.
     *
     * @param subject the person
     * @return active, not restricted, not held
     */
    public static SubjectState active(SubjectRef subject) {
        return new SubjectState(
                subject, Phase.ACTIVE, false, Collections.emptySortedSet(), Collections.emptySortedMap(), 0);
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
     * Returns this state in another phase. Who is erased consents to nothing any more.
     *
     * @param next the phase
     * @return a copy
     */
    public SubjectState withPhase(Phase next) {
        SortedMap<String, Instant> left = next == Phase.ACTIVE ? consents : Collections.emptySortedMap();
        return new SubjectState(subject, next, restricted, objections, left, holds);
    }

    /**
     * Returns this state with the processing restricted or not.
     *
     * @param next whether restricted
     * @return a copy
     */
    public SubjectState withRestricted(boolean next) {
        return new SubjectState(subject, phase, next, objections, consents, holds);
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
        return new SubjectState(subject, phase, restricted, next, consents, holds);
    }

    /**
     * Returns this state with a consent given.
     *
     * @param purpose to what
     * @param until when it ends by itself, counted in milliseconds; {@link dev.protection.lawfulness.ConsentEvent#NO_END}
     *     for never
     * @return a copy
     */
    public SubjectState withConsent(String purpose, Instant until) {
        SortedMap<String, Instant> next = new TreeMap<>(consents);
        next.put(purpose, until);
        return new SubjectState(subject, phase, restricted, objections, next, holds);
    }

    /**
     * Returns this state with a consent withdrawn.
     *
     * @param purpose to what
     * @return a copy
     */
    public SubjectState withoutConsent(String purpose) {
        SortedMap<String, Instant> next = new TreeMap<>(consents);
        next.remove(purpose);
        return new SubjectState(subject, phase, restricted, objections, next, holds);
    }

    /**
     * Tells whether a consent counts.
     *
     * @param purpose to what
     * @param now the time
     * @return true when it was given, not withdrawn, and has not ended
     */
    public boolean consentsTo(String purpose, Instant now) {
        Instant until = consents.get(purpose);
        return until != null && now.isBefore(until);
    }

    /**
     * Returns this state with other holds.
     *
     * @param next how many
     * @return a copy
     */
    public SubjectState withHolds(int next) {
        return new SubjectState(subject, phase, restricted, objections, consents, next);
    }
}
