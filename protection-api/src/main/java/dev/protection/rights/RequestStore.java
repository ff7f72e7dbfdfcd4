package dev.protection.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps requests and how far their jobs have come, with the data, on connections of its own.
 *
 * <p>A job goes on like this, and a job killed between any two steps goes on where it stood:
 *
 * <ol>
 *   <li>read the record and commit it once unchanged: whoever worked on it before can no longer commit;
 *   <li>do one step, which does no harm when done again;
 *   <li>commit the record with what the step achieved and where the next one begins.
 * </ol>
 *
 * <p>Safe for use by several threads and nodes; every change is durable when its method returns. Every method throws
 * {@link dev.protection.StoreUnavailableException} when the store does not answer.
 */
public interface RequestStore {
    /**
     * Keeps a new request, unless one has its id or its {@link RequestRecord#unique()} text.
     *
     * @param request of version 1
     * @return the one now kept: this one or the one that was there
     */
    RequestRecord putIfAbsent(RequestRecord request);

    /**
     * Returns a request.
     *
     * @param id its name
     * @return empty when there is none
     */
    Optional<RequestRecord> find(RequestId id);

    /**
     * Replaces a request by its next version.
     *
     * @param next with the version after the one that is kept
     * @throws RequestException {@code PROT-REQUEST-STALE} when another version is kept, or none; nothing was changed
     */
    void commit(RequestRecord next);

    /**
     * Returns the requests with work to do.
     *
     * @param until those due at this time or before
     * @param most how many at the most
     * @return in the order of their times, and then of their ids as texts
     */
    List<RequestRecord> due(Instant until, int most);

    /**
     * Returns the requests about a person.
     *
     * @param subject the person's keyed hash
     * @return in any order
     */
    List<RequestRecord> ofSubject(String subject);
}
