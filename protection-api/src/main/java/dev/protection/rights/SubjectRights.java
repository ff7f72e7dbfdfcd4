package dev.protection.rights;

import dev.protection.SubjectRef;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Answers what persons ask for (Art. 12 to 22 GDPR). Requests are durable: what was submitted is carried out, also when
 * the process is killed at any point. Every method needs a {@link dev.protection.ProtectionContext}, except the ones
 * that only look. Safe for use by several threads.
 */
public interface SubjectRights {
    /**
     * Tells what a request would do. Nothing is changed.
     *
     * @param request the request
     * @return what would be exported or erased, what stays and what blocks
     * @throws dev.protection.StoreUnavailableException when a store or a source does not answer
     */
    RequestPlan preview(SubjectRequest request);

    /**
     * Tells what holds for a person now: whether the data was erased, is restricted or held, and what the person objects
     * to.
     *
     * @param subject the person
     * @return the state; an active one when nothing is known of the person
     * @throws dev.protection.StoreUnavailableException when the store does not answer
     */
    SubjectState state(SubjectRef subject);

    /**
     * Submits a request. An export starts at once, an erasure and the end of a restriction wait for {@link #approve}. A
     * restriction, an objection and a consent, given or withdrawn, are in force when this returns: for the next statement
     * of this node, and of every other within the staleness bound. The same request submitted again while it is under way
     * is the same request.
     *
     * @param request the request
     * @return its id, durable when this returns
     * @throws RequestException {@code PROT-REQUEST-NOT-OBJECTABLE} when there is no right to object to the purpose,
     *     {@code PROT-REQUEST-NOT-CONSENTABLE} when it does not rest on consents kept here
     * @throws SubjectStateException when a consent is given by somebody who is erased
     * @throws dev.protection.MissingContextException when nobody is known to act
     * @throws dev.protection.StoreUnavailableException when it cannot be kept, or a restriction could not be put in force
     *     yet
     */
    RequestId submit(SubjectRequest request);

    /**
     * Tells how far a request has come.
     *
     * @param id the request
     * @return its status
     * @throws RequestException when there is no such request
     */
    RequestStatus status(RequestId id);

    /**
     * Waits until a request is fulfilled, delayed or rejected, or needs an action.
     *
     * @param id the request
     * @param atMost how long to wait
     * @return its status then
     * @throws RequestException when there is no such request
     */
    RequestStatus await(RequestId id, Duration atMost);

    /**
     * Approves a request that waits for it. Approving again does nothing. Who approves the end of a restriction says that
     * the person was told before (Art. 18(3) GDPR); who approves an objection upholds it.
     *
     * @param id the request
     * @throws RequestException when there is no such request, or it was rejected
     */
    void approve(RequestId id);

    /**
     * Cancels a request that has changed nothing yet; or overrides an objection that waits for the decision, for
     * compelling legitimate grounds (Art. 21(1) GDPR), which are the reason: the purpose may use the data again.
     *
     * @param id the request
     * @param reason why, without personal data
     * @throws RequestException when there is no such request, or it is too late
     */
    void cancel(RequestId id, String reason);

    /**
     * Writes a fulfilled export: a ZIP with JSON, CSV and a readable page. The data is read anew, under the sources that
     * were fixed when the export was prepared; no copy of it is kept anywhere.
     *
     * @param id a fulfilled export
     * @param zip where to; not closed
     * @throws RequestException when there is no such export or it is not ready
     * @throws java.io.UncheckedIOException when the stream does not take the data
     */
    void download(RequestId id, OutputStream zip);

    /**
     * Returns the receipt of a fulfilled erasure.
     *
     * @param id a fulfilled erasure
     * @return the latest receipt: once a duty to keep has ended there is a new one
     * @throws RequestException when there is no such erasure or it is not done
     */
    ErasureReceipt receipt(RequestId id);

    /**
     * Lets a person who was erased begin anew, under new keys: writes about the same id are no longer refused. Nothing
     * that was erased comes back.
     *
     * @param subject a person who was erased
     * @param reference why, such as the number of a case: it is recorded, so no personal data
     * @throws RequestException when the person was not erased
     */
    void readmit(SubjectRef subject, String reference);
}
