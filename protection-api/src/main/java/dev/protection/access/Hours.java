package dev.protection.access;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Hours of the week.
 *
 * @param days the days on which they begin
 * @param from when they begin, inclusive
 * @param to when they end, exclusive; on the next day when it is not after {@code from}
 * @param zone whose clock it is
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    private static final int DAYS_BACK = 8;

    /**
     * Checks the parts.
     *
     * @param days at least one
     * @param from the beginning
     * @param to the end
     * @param zone the clock
     * @throws IllegalArgumentException without a day
     */
    public Hours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(zone, "zone");
        if (days.isEmpty()) {
            throw new IllegalArgumentException("hours begin on at least one day");
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /**
     * Tells whether a moment lies within.
     *
     * @param moment any moment
     * @return true from the beginning until just before the end
     */
    public boolean contains(Instant moment) {
        return begins(moment).anyMatch(day -> !moment.isBefore(begin(day)) && moment.isBefore(end(day)));
    }

    /**
     * Returns the moments around a given one at which it may change whether hours hold.
     *
     * @param moment any moment
     * @return beginnings and ends of the days before and after, in no order
     */
    public Stream<Instant> changes(Instant moment) {
        return begins(moment).flatMap(day -> Stream.of(begin(day), end(day)));
    }

    private Stream<LocalDate> begins(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return LongStream.rangeClosed(-DAYS_BACK, DAYS_BACK)
                .mapToObj(today::plusDays)
                .filter(day -> days.contains(day.getDayOfWeek()));
    }

    private Instant begin(LocalDate day) {
        return ZonedDateTime.of(day, from, zone).toInstant();
    }

    private Instant end(LocalDate day) {
        return ZonedDateTime.of(to.isAfter(from) ? day : day.plusDays(1), to, zone)
                .toInstant();
    }
}
