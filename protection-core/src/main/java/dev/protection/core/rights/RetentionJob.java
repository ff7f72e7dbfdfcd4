package dev.protection.core.rights;

import dev.protection.retention.RetentionPlan;
import java.util.List;

/**
 * How far a retention run has come. Immutable.
 *
 * @param who who approved the plan
 * @param plan the plan
 * @param place where it stands: the source counts the plan's pairs of source and dataset
 * @param step the step to do next
 * @param reasons why it waits
 */
public record RetentionJob(Who who, RetentionPlan plan, Place place, Step step, List<String> reasons)
        implements JobContent {
    /** The steps, in order. */
    public enum Step {
        /** Removes and clears records. */
        RECORDS,
        /** Finishes erasures whose last duty has ended. */
        ERASURES,
        /** Records what was done. */
        AUDIT
    }

    /**
     * Starts a run.
     *
     * @param who who approved
     * @param plan what was approved
     * @return before its first page
     */
    public static RetentionJob of(Who who, RetentionPlan plan) {
        return new RetentionJob(who, plan, Place.START, Step.RECORDS, List.of());
    }

    /**
     * Returns this job further on.
     *
     * @param next the step
     * @param where where in it
     * @return a copy
     */
    public RetentionJob at(Step next, Place where) {
        return new RetentionJob(who, plan, where, next, List.of());
    }

    @Override
    public RetentionJob forgotten(List<String> why) {
        return new RetentionJob(who, plan, place, step, why);
    }
}
