package dev.protection.rights;

import dev.protection.SubjectRef;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Keeps the state of persons, with the data, on the store's own connections.
 *
 * <p>A person whose state becomes {@link Phase#ERASED} leaves only a tombstone under a keyed hash: nothing of the person
 * stays, and the same id is known again. Safe for use by several threads and nodes. Every method throws
 * {@link dev.protection.StoreUnavailableException} when the store does not answer.
 */
public interface SubjectStates {
    /**
     * Returns the states of some persons, without locking them.
     *
     * @param subjects the persons
     * @return one for each: an unknown person is active, one with a tombstone is erased
     */
    Map<SubjectRef, SubjectState> get(Collection<SubjectRef> subjects);

    /**
     * Changes the state of a person under its exclusive lock: a write about the person that is under way is waited for,
     * and one that comes later sees the new state.
     *
     * @param subject the person
     * @param change makes the new state out of the present one; may be called more than once; what it throws leaves
     *     everything as it was and is thrown on
     * @return the new state
     */
    SubjectState update(SubjectRef subject, UnaryOperator<SubjectState> change);
}
