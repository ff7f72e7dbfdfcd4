package dev.protection.core.encryption;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Days and times. The classes of java.sql are read in the machine's time zone, as JDBC defines them;
 * instants and times with an offset are held in UTC.
 */
final class Times {
    private Times() {}

    static Optional<LocalDate> date(Object value) {
        if (value instanceof LocalDate day) {
            return Optional.of(day);
        }
        if (value instanceof java.sql.Date day) {
            return Optional.of(day.toLocalDate());
        }
        return timestamp(value)
                .filter(time -> time.toLocalTime().equals(LocalTime.MIDNIGHT))
                .map(LocalDateTime::toLocalDate);
    }

    static Optional<LocalDateTime> timestamp(Object value) {
        if (value instanceof LocalDateTime time) {
            return Optional.of(time);
        }
        if (value instanceof LocalDate day) {
            return Optional.of(day.atStartOfDay());
        }
        if (value instanceof Timestamp stamp) {
            return Optional.of(stamp.toLocalDateTime());
        }
        if (value instanceof java.sql.Date day) {
            return Optional.of(day.toLocalDate().atStartOfDay());
        }
        if (value instanceof CharSequence text) {
            return Optional.of(parse(text.toString().strip()));
        }
        return instant(value).map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static Optional<Instant> instant(Object value) {
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        }
        if (value instanceof OffsetDateTime time) {
            return Optional.of(time.toInstant());
        }
        return value instanceof ZonedDateTime time ? Optional.of(time.toInstant()) : Optional.empty();
    }

    private static LocalDateTime parse(String text) {
        String iso = text.replace(' ', 'T');
        return iso.indexOf('T') < 0 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso);
    }
}
