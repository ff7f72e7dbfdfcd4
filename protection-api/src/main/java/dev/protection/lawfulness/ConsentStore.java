package dev.protection.lawfulness;

import dev.protection.SubjectRef;
import java.util.List;

/**
 * Keeps what happened to consents, with the data, on connections of its own. Safe for use by several threads and nodes;
 * what was appended is durable when its method returns. Every method throws
 * {@link dev.protection.StoreUnavailableException} when the store does not answer.
 */
public interface ConsentStore {
    /**
     * Appends an event. One whose id is there is passed over. Events of one person are appended one after the other.
     *
     * @param event what happened
     */
    void append(ConsentEvent event);

    /**
     * Returns what happened to the consents of a person.
     *
     * @param subject the person
     * @return in the order in which it was appended
     */
    List<ConsentEvent> of(SubjectRef subject);

    /**
     * Removes everything about a person who is erased.
     *
     * @param subject the person
     */
    void forget(SubjectRef subject);
}
