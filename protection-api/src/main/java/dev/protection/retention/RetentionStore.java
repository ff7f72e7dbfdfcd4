package dev.protection.retention;

import dev.protection.SubjectRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps legal holds, with the data, on connections of its own. Safe for use by several threads and nodes; every change
 * is durable when its method returns. Every method throws {@link dev.protection.StoreUnavailableException} when the
 * store does not answer.
 */
public interface RetentionStore {
    /**
     * Keeps a hold. One that is kept already, in force or released, stays as it is.
     *
     * @param hold in force
     */
    void place(PlacedHold hold);

    /**
     * Ends a hold. One that was released before keeps its first release.
     *
     * @param id the hold
     * @param release who, when and why
     * @return the hold as it is now kept; empty when there is none
     */
    Optional<PlacedHold> release(HoldId id, PlacedHold.Release release);

    /**
     * Returns a hold.
     *
     * @param id its name
     * @return empty when there is none
     */
    Optional<PlacedHold> find(HoldId id);

    /**
     * Returns the holds in force on some persons.
     *
     * @param subjects the persons; any number, perhaps none
     * @return in the order of their ids
     */
    List<PlacedHold> inForce(Collection<SubjectRef> subjects);

    /**
     * Returns all holds in force.
     *
     * @return in the order of their ids
     */
    List<PlacedHold> inForce();

    /**
     * Removes the released holds on a person of whom nothing may stay.
     *
     * @param subject the person
     */
    void forget(SubjectRef subject);
}
