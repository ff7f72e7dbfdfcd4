package dev.protection;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * How the consents to a purpose are looked after (Art. 7 GDPR).
 *
 * @param lasts for how long a consent counts, unless it says an earlier end; empty for until it is withdrawn
 * @param elsewhere whether they are kept outside, so that nothing is checked here
 */
public record ConsentRule(Optional<Period> lasts, boolean elsewhere) {
    /** Kept here, until withdrawn. */
    public static final ConsentRule DEFAULT = new ConsentRule(Optional.empty(), false);

    /** Kept outside: nothing is checked here, which is a standing finding. */
    public static final ConsentRule ELSEWHERE = new ConsentRule(Optional.empty(), true);

    /**
     * Checks the part.
     *
     * @param lasts for how long
     * @param elsewhere whether outside
     */
    public ConsentRule {
        Objects.requireNonNull(lasts, "lasts");
    }

    /**
     * Returns consents that end by themselves.
     *
     * @param period after this long
     * @return kept here
     */
    public static ConsentRule lasting(Period period) {
        return new ConsentRule(Optional.of(period), false);
    }

    /**
     * Returns when a consent ends by itself.
     *
     * @param given when it was given
     * @return in UTC, in whole milliseconds; empty for never
     */
    public Optional<Instant> endOf(Instant given) {
        return lasts.map(
                period -> given.atZone(ZoneOffset.UTC).plus(period).toInstant().truncatedTo(ChronoUnit.MILLIS));
    }
}
