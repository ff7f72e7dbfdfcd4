package dev.protection.retention;

import dev.protection.ProtectionException;
import dev.protection.rights.Phase;

/** A plan that cannot be applied, or a hold that cannot be placed or released. */
public final class RetentionException extends ProtectionException {
    /** The plan is not what would be planned now. */
    public static final String PLAN_CHANGED = "PROT-RETENTION-PLAN-CHANGED";

    /** The plan's time lies ahead. */
    public static final String PLAN_AHEAD = "PROT-RETENTION-PLAN-AHEAD";

    /** The hold comes too late. */
    public static final String HOLD_TOO_LATE = "PROT-HOLD-TOO-LATE";

    /** There is no such hold. */
    public static final String HOLD_UNKNOWN = "PROT-HOLD-UNKNOWN";

    private static final long serialVersionUID = 1L;

    private RetentionException(String code, String what, String remedy) {
        super(code, what, remedy);
    }

    /**
     * Returns the refusal of a plan that was overtaken or altered.
     *
     * @return the exception
     */
    public static RetentionException planChanged() {
        return new RetentionException(
                PLAN_CHANGED,
                "the approved plan is not what would be planned now: data, declaration or plan changed.",
                "Plan again and have the new plan approved.");
    }

    /**
     * Returns the refusal of a plan for a time that has not come.
     *
     * @return the exception
     */
    public static RetentionException planAhead() {
        return new RetentionException(
                PLAN_AHEAD, "the plan is for a time that has not come.", "Apply it when its time has come.");
    }

    /**
     * Returns the refusal of a hold on a person whose erasure cannot be stopped.
     *
     * @param phase how far the erasure has come
     * @return the exception
     */
    public static RetentionException holdTooLate(Phase phase) {
        return new RetentionException(
                HOLD_TOO_LATE,
                "a hold cannot be placed on a person in the phase " + phase + ".",
                "See the receipt of the erasure for what is kept.");
    }

    /**
     * Returns the refusal of an unknown hold.
     *
     * @param id the id
     * @return the exception
     */
    public static RetentionException holdUnknown(HoldId id) {
        return new RetentionException(HOLD_UNKNOWN, "there is no hold " + id + ".", "Use an id that hold() returned.");
    }
}
