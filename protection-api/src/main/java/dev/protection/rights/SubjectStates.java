package dev.protection.rights;

import dev.protection.SubjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps the state of persons, with the data, on the store's own connections.
 *
 * <p>A person whose state becomes {@link Phase#ERASED} leaves only a tombstone under a keyed hash: nothing of the person
 * stays, and the same id is known again. Safe for use by several threads and nodes. Every method throws
 * {@link dev.protection.StoreUnavailableException} when the store does not answer.
 */
public interface SubjectStates {
    /** Stands, where a purpose is named, for every use that a restriction forbids; no purpose is named so. */
    String RESTRICTED = "";

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

    /**
     * Tells whether the data of anybody is kept from some use, so that statements for it have to leave persons out.
     *
     * @param kind the kind of person
     * @param use {@link #RESTRICTED}, or a purpose to which persons may have objected
     * @return whether there is such a person
     */
    boolean anyWithheld(String kind, String use);

    /**
     * Lists persons with a state here, for a replay of the erasure ledger.
     *
     * @param after the last one of the list before; empty for the first list
     * @param most how many at the most
     * @return in one order, those that have a state and no tombstone; fewer only at the end
     */
    List<SubjectRef> known(Optional<SubjectRef> after, int most);

    /**
     * Remembers as erased, by their keyed hashes alone, persons of whom nothing is here.
     *
     * @param hashes the keyed hashes under which the stores remember erased persons
     */
    void rememberErased(Collection<byte[]> hashes);

    /**
     * Takes tombstones away, of persons who were readmitted and of whom nothing is here. Of whom there is none is passed
     * over.
     *
     * @param hashes the keyed hashes
     */
    void forgetErased(Collection<byte[]> hashes);
}
