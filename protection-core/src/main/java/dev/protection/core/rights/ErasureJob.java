package dev.protection.core.rights;

import dev.protection.SubjectRef;
import dev.protection.rights.ErasureReceipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far an erasure has come: all it needs to go on. Immutable.
 *
 * @param subject the person; empty once nothing of the person may stay
 * @param who who asked
 * @param round counts from 1; another begins when the last duty to keep has ended
 * @param asOf the time by which this round decides
 * @param step the step to do next
 * @param place where in this step
 * @param keptClasses the retention classes whose keys stay in this round
 * @param tally what goes and what stays in this round
 * @param keys the keys that go in this round
 * @param reasons why it waits
 * @param receipt the latest receipt
 */
public record ErasureJob(
        Optional<SubjectRef> subject,
        Who who,
        int round,
        Instant asOf,
        Step step,
        Place place,
        List<String> keptClasses,
        Tally tally,
        List<DoomedKey> keys,
        List<String> reasons,
        Optional<ErasureReceipt> receipt)
        implements JobContent {
    /** The steps, in order. */
    public enum Step {
        /** Waits, or asks for holds and locks the person. */
        GATE,
        /** Writes the beginning into the ledger. */
        BEGIN,
        /** Counts what goes and what stays. */
        SURVEY,
        /** Has the sources erase. */
        ERASE,
        /** Destroys keys. */
        KEYS,
        /** Looks for what is left, by another way. */
        VERIFY,
        /** Sets the person's new phase. */
        PHASE,
        /** Records the erasure. */
        AUDIT,
        /** Writes the end into the ledger. */
        COMPLETE,
        /** Signs the receipt. */
        RECEIPT,
        /** Done, until the last duty to keep ends. */
        DONE
    }

    /**
     * Starts an erasure.
     *
     * @param subject the person
     * @param who who asked
     * @param now the time
     * @return before its first step
     */
    public static ErasureJob of(SubjectRef subject, Who who, Instant now) {
        return new ErasureJob(
                Optional.of(subject),
                who,
                1,
                now,
                Step.GATE,
                Place.START,
                List.of(),
                Tally.EMPTY,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /**
     * Returns this job before another step.
     *
     * @param next the step
     * @return a copy, at the step's start
     */
    public ErasureJob at(Step next) {
        return new ErasureJob(
                subject, who, round, asOf, next, Place.START, keptClasses, tally, keys, List.of(), receipt);
    }

    /**
     * Returns this job once the person is locked.
     *
     * @param now the time by which the round decides
     * @return a copy, before its first change
     */
    public ErasureJob begun(Instant now) {
        return new ErasureJob(
                subject,
                who,
                round,
                now,
                Step.BEGIN,
                Place.START,
                List.of(),
                Tally.EMPTY,
                List.of(),
                List.of(),
                receipt);
    }

    /**
     * Returns this job before its sources erase once more.
     *
     * @param why why
     * @return a copy
     */
    public ErasureJob erasingAgain(List<String> why) {
        return new ErasureJob(
                subject,
                who,
                round,
                asOf,
                Step.ERASE,
                Place.START,
                keptClasses,
                tally.withDutiesOnly(),
                keys,
                why,
                receipt);
    }

    /**
     * Returns this job at another place of its step.
     *
     * @param next where
     * @param counted what was counted
     * @return a copy
     */
    public ErasureJob at(Place next, Tally counted) {
        return new ErasureJob(subject, who, round, asOf, step, next, keptClasses, counted, keys, reasons, receipt);
    }

    /**
     * Returns this job with what its survey found.
     *
     * @param classes the retention classes whose keys stay
     * @param doomed the keys that go
     * @return a copy
     */
    public ErasureJob surveyed(List<String> classes, List<DoomedKey> doomed) {
        return new ErasureJob(subject, who, round, asOf, step, place, classes, tally, doomed, List.of(), receipt);
    }

    /**
     * Returns this job with reasons for which it waits.
     *
     * @param why the reasons
     * @return a copy
     */
    public ErasureJob waiting(List<String> why) {
        return new ErasureJob(subject, who, round, asOf, step, place, keptClasses, tally, keys, why, receipt);
    }

    /**
     * Returns this job with its receipt, done.
     *
     * @param signed the receipt
     * @param forget whether the person is to be forgotten
     * @return a copy
     */
    public ErasureJob done(ErasureReceipt signed, boolean forget) {
        return new ErasureJob(
                forget ? Optional.empty() : subject,
                who,
                round,
                asOf,
                Step.DONE,
                Place.START,
                keptClasses,
                tally,
                keys,
                List.of(),
                Optional.of(signed));
    }

    /**
     * Returns the next round of this job.
     *
     * @param now the time
     * @return a copy, at its first step, with nothing counted
     */
    public ErasureJob nextRound(Instant now) {
        return new ErasureJob(
                subject,
                who,
                round + 1,
                now,
                Step.GATE,
                Place.START,
                List.of(),
                Tally.EMPTY,
                List.of(),
                List.of(),
                receipt);
    }

    /**
     * Returns when the next duty ends.
     *
     * @return empty when nothing is kept, or only what has no known end
     */
    public Optional<Instant> reviewAt() {
        return tally.kept().stream().flatMap(kept -> kept.until().stream()).min(Instant::compareTo);
    }

    @Override
    public ErasureJob forgotten(List<String> why) {
        return new ErasureJob(
                Optional.empty(), who, round, asOf, step, place, keptClasses, tally, List.of(), why, receipt);
    }

    /** Leaves the person out. */
    @Override
    public String toString() {
        return "ErasureJob round " + round + " " + step;
    }
}
