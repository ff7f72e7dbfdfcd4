package dev.protection.core.rights;

import dev.protection.SubjectRef;
import dev.protection.lawfulness.Indication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a change of a person's state has come: a restriction, an objection, a consent, or the end of
 * one. Immutable.
 *
 * @param subject the person; empty once it is over
 * @param purpose what is objected or consented to; empty for a restriction
 * @param consent how and when a consent was given or withdrawn; empty for others
 * @param who who asked
 * @param step the step to do next
 * @param reasons why it waits or was rejected
 */
public record StateJob(
        Optional<SubjectRef> subject,
        Optional<String> purpose,
        Optional<Said> consent,
        Who who,
        Step step,
        List<String> reasons)
        implements JobContent {
    /**
     * What a person said about a consent.
     *
     * @param how how
     * @param at when
     */
    public record Said(Indication how, Instant at) {}

    /** The steps, in order. */
    public enum Step {
        /** Changes the person's state. */
        CHANGE,
        /** Writes the ledger's line and the record. */
        RECORD,
        /** Waits for the decision whether compelling grounds override an objection. */
        DECISION,
        /** They do: changes the state back. */
        REVERT,
        /** Writes down that they do. */
        REVERT_RECORD,
        /** Nothing is left to do. */
        DONE
    }

    /**
     * Starts a change.
     *
     * @param subject the person
     * @param purpose what is objected or consented to
     * @param consent what was said about a consent
     * @param who who asked
     * @return before its first step
     */
    public static StateJob of(SubjectRef subject, Optional<String> purpose, Optional<Said> consent, Who who) {
        return new StateJob(Optional.of(subject), purpose, consent, who, Step.CHANGE, List.of());
    }

    /**
     * Returns this job further on.
     *
     * @param next the step
     * @return a copy
     */
    public StateJob at(Step next) {
        return new StateJob(subject, purpose, consent, who, next, reasons);
    }

    /**
     * Returns this job on its way back.
     *
     * @param why the compelling grounds
     * @return a copy
     */
    public StateJob overridden(String why) {
        return new StateJob(subject, purpose, consent, who, Step.REVERT, List.of(why));
    }

    /**
     * Returns this job when all is done.
     *
     * @return a copy without the person
     */
    public StateJob done() {
        return new StateJob(Optional.empty(), purpose, Optional.empty(), who, Step.DONE, reasons);
    }

    @Override
    public StateJob forgotten(List<String> why) {
        return new StateJob(Optional.empty(), purpose, Optional.empty(), who, step, why);
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "StateJob " + step;
    }
}
