package dev.protection.jdbc.proxy;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** The calendar argument of JDBC: in which zone the wall clock of a date, time or timestamp is read. */
final class Zones {
    private Zones() {}

    /** What the calendar's wall clock shows; as it is without a calendar. */
    static @Nullable Object date(@Nullable Date value, @Nullable Calendar zone) {
        return value == null || zone == null
                ? value
                : new Timestamp(value.getTime()).toInstant().atZone(zone(zone)).toLocalDate();
    }

    static @Nullable Object time(@Nullable Time value, @Nullable Calendar zone) {
        return value == null || zone == null
                ? value
                : new Timestamp(value.getTime()).toInstant().atZone(zone(zone)).toLocalTime();
    }

    static @Nullable Object timestamp(@Nullable Timestamp value, @Nullable Calendar zone) {
        return value == null || zone == null
                ? value
                : value.toInstant().atZone(zone(zone)).toLocalDateTime();
    }

    /** The moment at which the calendar's wall clock shows a time. */
    static Timestamp timestamp(LocalDateTime wallClock, @Nullable Calendar zone) {
        return zone == null
                ? Timestamp.valueOf(wallClock)
                : Timestamp.from(wallClock.atZone(zone(zone)).toInstant());
    }

    static Date date(LocalDate day, @Nullable Calendar zone) {
        return zone == null
                ? Date.valueOf(day)
                : new Date(timestamp(day.atStartOfDay(), zone).getTime());
    }

    static Time time(LocalTime time, @Nullable Calendar zone) {
        return new Time(timestamp(time.atDate(LocalDate.EPOCH), zone).getTime());
    }

    private static ZoneId zone(Calendar calendar) {
        return calendar.getTimeZone().toZoneId();
    }
}
