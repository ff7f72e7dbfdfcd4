package dev.protection.access;

import dev.protection.ProtectionException;

/** The glass was not broken, or a review not taken. */
public final class BreakGlassException extends ProtectionException {
    /** No grant of the actor counts in an emergency. */
    public static final String NOT_PROVIDED = "PROT-ACCESS-NO-EMERGENCY";

    /** A reason or a judgement is missing or too long. */
    public static final String REASON = "PROT-ACCESS-EMERGENCY-REASON";

    /** An emergency that nobody knows, that was reviewed before, or that is reviewed by who broke the glass. */
    public static final String REVIEW = "PROT-ACCESS-EMERGENCY-REVIEW";

    private static final long serialVersionUID = 1L;

    private BreakGlassException(String code, String what, String remedy) {
        super(code, what, remedy);
    }

    /**
     * Returns the refusal of an emergency that the policy does not provide for.
     *
     * @param purpose the purpose of the work
     * @return the exception
     */
    public static BreakGlassException notProvided(String purpose) {
        return new BreakGlassException(
                NOT_PROVIDED,
                "no grant of the actor's roles for the purpose '" + purpose + "' counts in an emergency.",
                "Ask whoever keeps the policy for a grant with 'break-glass'.");
    }

    /**
     * Returns the refusal of words that say nothing.
     *
     * @param longest how many characters they may have
     * @return the exception
     */
    public static BreakGlassException reason(int longest) {
        return new BreakGlassException(
                REASON,
                "the reason, or the judgement of the review, is empty or too long.",
                "Say why in 1 to " + longest + " characters, without names of persons.");
    }

    /**
     * Returns the refusal of a review.
     *
     * @param id the emergency
     * @return the exception
     */
    public static BreakGlassException review(String id) {
        return new BreakGlassException(
                REVIEW,
                "the emergency " + id + " is not known, was reviewed before, or was the reviewer's own.",
                "Have somebody else review one that BreakGlass.unreviewed() lists.");
    }
}
