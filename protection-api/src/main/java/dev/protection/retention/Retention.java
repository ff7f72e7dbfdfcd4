package dev.protection.retention;

import dev.protection.rights.RequestId;
import java.time.Instant;

/**
 * Plans and applies what the declaration says about keeping, and holds data back for legal matters. Safe for use by
 * several threads. Methods that change something need a {@link dev.protection.ProtectionContext} and are audited.
 */
public interface Retention {
    /**
     * Plans what is due. Nothing is changed.
     *
     * @param asOf the time by which it is due; a time ahead shows what will be
     * @return the plan
     * @throws dev.protection.StoreUnavailableException when a store or a source does not answer
     */
    RetentionPlan plan(Instant asOf);

    /**
     * Applies a plan that was approved, as a durable job. What came under a hold or a duty meanwhile stays. The same
     * plan applied again while it is under way is the same job.
     *
     * @param approved the plan
     * @return the job; {@link dev.protection.rights.SubjectRights#status} tells how far it has come
     * @throws RetentionException when the plan is not what would be planned now, or its time lies ahead
     * @throws dev.protection.MissingContextException when nobody is known to act
     */
    RequestId apply(RetentionPlan approved);

    /**
     * Places a legal hold: from its return no erasure begins, and no record of the person is removed or loses anything.
     *
     * @param hold the hold
     * @return its id
     * @throws RetentionException when the person is being erased or was erased
     * @throws dev.protection.MissingContextException when nobody is known to act
     */
    HoldId hold(LegalHold hold);

    /**
     * Releases a legal hold. Erasures that it blocked go on. Releasing again does nothing.
     *
     * @param id the hold
     * @param reason why, at most 200 characters, without personal data
     * @throws RetentionException when there is no such hold
     * @throws dev.protection.MissingContextException when nobody is known to act
     */
    void release(HoldId id, String reason);
}
