package dev.protection.retention;

import dev.protection.rights.Duty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Whether a field of a record may go, and why. */
public sealed interface RetentionDecision {
    /** Nothing keeps it. */
    record EraseNow() implements RetentionDecision {}

    /**
     * It is kept for some time.
     *
     * @param until when it may go
     * @param duties the laws that keep it until then or shorter, as far as they are still running; empty when only its
     *     own period is not over
     */
    record KeepUntil(Instant until, List<Duty> duties) implements RetentionDecision {
        /**
         * Copies the parts.
         *
         * @param until when it may go
         * @param duties the laws
         */
        public KeepUntil {
            Objects.requireNonNull(until, "until");
            duties = duties.stream().sorted().toList();
        }
    }

    /**
     * It would go, or its time is not known to be over, but it is held.
     *
     * @param holds the holds, in order
     */
    record Blocked(List<HoldId> holds) implements RetentionDecision {
        /**
         * Copies the part.
         *
         * @param holds the holds
         */
        public Blocked {
            holds = holds.stream().sorted().toList();
        }
    }

    /**
     * It has no time at which it may go.
     *
     * @param duties the laws whose period has no known start; empty when no period is declared or known
     */
    record NeverDue(List<Duty> duties) implements RetentionDecision {
        /**
         * Copies the part.
         *
         * @param duties the laws
         */
        public NeverDue {
            duties = duties.stream().sorted().toList();
        }
    }
}
