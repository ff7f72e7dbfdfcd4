package dev.protection.anomaly;

import java.time.Duration;
import java.util.Objects;

/**
 * The thresholds of the detections.
 *
 * @param bulkRead persons opened within an hour
 * @param failures failed sign-ins
 * @param travel places too far apart
 * @param refusals how often an actor may be refused within a quarter of an hour; the finding comes at this number
 * @param quiet how long nothing must happen until the same thing is a new episode
 * @param keys how many accounts and sources each detection remembers at most
 */
public record AnomalySettings(
        BulkRead bulkRead, Failures failures, Travel travel, int refusals, Duration quiet, int keys) {
    /**
     * Checks the parts.
     *
     * @param bulkRead persons opened
     * @param failures failed sign-ins
     * @param travel places too far apart
     * @param refusals refusals
     * @param quiet the end of an episode
     * @param keys the bound of memory
     */
    public AnomalySettings {
        Objects.requireNonNull(bulkRead, "bulkRead");
        Objects.requireNonNull(failures, "failures");
        Objects.requireNonNull(travel, "travel");
        Objects.requireNonNull(quiet, "quiet");
        positive(refusals);
        positive(keys);
    }

    /**
     * Returns thresholds to start with.
     *
     * @return 500 persons an hour and four times the normal; 10 failures per account, 10 accounts or 30 failures per
     *     source; 900 km/h over more than 300 km; 20 refusals; an hour of quiet; 50,000 keys
     */
    public static AnomalySettings defaults() {
        return new AnomalySettings(
                new BulkRead(500, 4), new Failures(10, 10, 30), new Travel(300, 900), 20, Duration.ofHours(1), 50_000);
    }

    /**
     * When reading is unusual: at both thresholds at once.
     *
     * @param floor persons opened within an hour, at least
     * @param factor how many times the actor's own normal hour, at least
     */
    public record BulkRead(long floor, int factor) {
        /**
         * Checks the parts.
         *
         * @param floor at least 1
         * @param factor at least 1
         */
        public BulkRead {
            positive(floor);
            positive(factor);
        }
    }

    /**
     * How many sign-ins may fail within a quarter of an hour; the finding comes at these numbers.
     *
     * @param perAccount failures of one account from devices it does not know
     * @param accountsPerSource accounts that failed from one source
     * @param perSource failures from one source
     */
    public record Failures(int perAccount, int accountsPerSource, int perSource) {
        /**
         * Checks the parts.
         *
         * @param perAccount at least 1
         * @param accountsPerSource 1 to 64
         * @param perSource at least 1
         */
        public Failures {
            positive(perAccount);
            positive(accountsPerSource);
            positive(perSource);
            if (accountsPerSource > 64) {
                throw new IllegalArgumentException("at most 64 accounts are told apart per source");
            }
        }
    }

    /**
     * When two places are too far apart: beyond both at once.
     *
     * @param kilometres the distance up to which nothing is said
     * @param kilometresPerHour the speed up to which nothing is said
     */
    public record Travel(int kilometres, int kilometresPerHour) {
        /**
         * Checks the parts.
         *
         * @param kilometres at least 1
         * @param kilometresPerHour at least 1
         */
        public Travel {
            positive(kilometres);
            positive(kilometresPerHour);
        }
    }

    private static void positive(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("a threshold is at least 1");
        }
    }
}
