package dev.protection.measures;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What measuring a control has found. Free of personal data. Immutable.
 *
 * @param id unlike any other evidence's
 * @param control what was measured
 * @param result what came of it
 * @param at when
 * @param facts figures by name, such as {@code fields-sealed}
 * @param reason why it is weaker than it should be, or wrong; empty when the control holds
 * @param hash SHA-256 over everything above, in lower-case hex
 */
public record Evidence(
        String id, Control control, Result result, Instant at, Map<String, String> facts, String reason, String hash) {
    /**
     * Copies the parts.
     *
     * @param id its id
     * @param control the control
     * @param result the result
     * @param at when
     * @param facts the figures
     * @param reason why it is not whole
     * @param hash the hash
     */
    public Evidence {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(hash, "hash");
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /**
     * Judges it at a moment.
     *
     * @param moment when
     * @return {@link MeasureStatus#PLANNED} before it was taken, {@link MeasureStatus#STALE} once its window is over
     */
    public MeasureStatus at(Instant moment) {
        if (moment.isBefore(at)) {
            return MeasureStatus.PLANNED;
        }
        return moment.isAfter(at.plus(control.window())) ? MeasureStatus.STALE : result.status();
    }

    /** What measuring can come to. */
    public enum Result {
        /** The control does what it says. */
        HOLDS(MeasureStatus.IMPLEMENTED),
        /** It does, but something named in the reason makes it weaker. */
        WEAKENED(MeasureStatus.PARTIALLY_IMPLEMENTED),
        /** There is nothing to hold: nothing of the kind is declared. */
        ABSENT(MeasureStatus.PLANNED),
        /** It does not do what it says, or did not answer. */
        FAILS(MeasureStatus.CONTRADICTED);

        private final MeasureStatus status;

        Result(MeasureStatus status) {
            this.status = status;
        }

        /**
         * Returns what it makes of a sentence while it is fresh.
         *
         * @return the status
         */
        public MeasureStatus status() {
            return status;
        }
    }
}
