package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.rights.SubjectState;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/**
 * The transaction of the application in which a write happens, as far as the library takes part in it.
 *
 * <p>What is done through it is committed and rolled back together with the application's own change.
 */
public interface BusinessTransaction {
    /**
     * Locks the state rows of some persons shared, in a fixed order, and reads them. A person without one gets an active
     * one, unless a tombstone says that the person was erased.
     *
     * @param subjects the persons, in the order in which every node locks
     * @return the state of every one of them, under lock until the transaction ends
     */
    Map<SubjectRef, SubjectState> lockShared(SortedSet<SubjectRef> subjects);

    /**
     * Stores an event for the audit log.
     *
     * @param id the event's id
     * @param at when it happened
     * @param event its encoding
     */
    void enqueue(UUID id, Instant at, byte[] event);
}
