package dev.protection.access;

import java.util.List;

/**
 * Access in an emergency: grants with {@code break-glass} count for a short time once somebody has said why. It is recorded,
 * raises a finding at once, marks every record of what is done under it, and waits for a review by somebody else
 * (Art. 32(1)(b), 5(2) GDPR). Safe for use by several threads; an emergency is one of this node.
 */
public interface BreakGlass {
    /**
     * Breaks the glass for the work in hand.
     *
     * @param reason why, in 1 to 500 characters, free of personal data
     * @return the emergency; its context is for the work that has to be done
     * @throws BreakGlassException when no grant of the actor counts in an emergency, or without a reason
     * @throws dev.protection.MissingContextException when no context is bound
     * @throws dev.protection.StoreUnavailableException when the record cannot be kept; nothing was opened
     */
    Emergency open(String reason);

    /**
     * Ends an emergency before its time; the next decision counts it no more. One that has ended stays so.
     *
     * @param id its name
     */
    void close(String id);

    /**
     * Returns what waits for a review.
     *
     * @return oldest first, from the log
     */
    List<EmergencyReport> unreviewed();

    /**
     * Reviews an emergency. Who does it is recorded, and is not who broke the glass.
     *
     * @param id its name
     * @param judgement what was found, in 1 to 500 characters, free of personal data
     * @throws BreakGlassException when it is not known, was reviewed before, or is the reviewer's own
     */
    void review(String id, String judgement);
}
