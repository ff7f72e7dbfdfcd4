package dev.protection.jdbc.proxy;

import java.sql.SQLDataException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Dates and times as SQL writes them: {@code 2026-01-31 07:05:00.25}. */
final class Texts {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(java.util.Locale.ROOT);

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", java.util.Locale.ROOT);

    private static final DateTimeFormatter OFFSET =
            new DateTimeFormatterBuilder().appendOffset("+HH:mm", "+00").toFormatter(java.util.Locale.ROOT);

    private static final int MICROS = 6;

    private Texts() {}

    static String time(LocalTime value) {
        return TIME.format(value);
    }

    /** With all six digits of its fraction. */
    static String microseconds(LocalDateTime value) {
        return value.toLocalDate() + " " + MICROSECONDS.format(value);
    }

    static String timestamp(LocalDateTime value) {
        return value.toLocalDate() + " " + time(value.toLocalTime());
    }

    /** With all six digits of its fraction; of a whole second with the column's own. */
    static String timestamp(LocalDateTime value, int digits) {
        String text = microseconds(value);
        int cut = value.get(ChronoField.NANO_OF_SECOND) == 0 ? MICROS - digits : 0;
        return text.substring(0, text.length() - (cut == MICROS ? cut + 1 : cut));
    }

    /** With its offset: {@code 2026-01-31 07:05:00+02} or {@code +05:30}. */
    static String moment(OffsetDateTime value) {
        return timestamp(value.toLocalDateTime()) + OFFSET.format(value);
    }

    static LocalDate parseDate(String text) throws SQLDataException {
        try {
            return LocalDate.parse(text.trim());
        } catch (DateTimeException e) {
            throw Conversions.cannot(text, "a date");
        }
    }

    static LocalDateTime parseTimestamp(String text) throws SQLDataException {
        String trimmed = text.trim();
        int gap = Math.max(trimmed.indexOf(' '), trimmed.indexOf('T'));
        try {
            return gap < 0
                    ? LocalDate.parse(trimmed).atStartOfDay()
                    : LocalDate.parse(trimmed.substring(0, gap)).atTime(LocalTime.parse(trimmed.substring(gap + 1)));
        } catch (DateTimeException e) {
            throw Conversions.cannot(text, "a date or timestamp");
        }
    }

    static LocalTime parseTime(String text) throws SQLDataException {
        try {
            return LocalTime.parse(text.trim());
        } catch (DateTimeException e) {
            throw Conversions.cannot(text, "a time");
        }
    }
}
