package dev.protection.jdbc.proxy;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reduces the many Java types that JDBC takes to few: numbers, text, flags, bytes and {@code java.time}. A date of the
 * old kind becomes the wall clock of the JVM's zone, as the drivers have it.
 */
final class Plain {
    private Plain() {}

    static @Nullable Object of(@Nullable Object value) throws SQLException {
        if (value instanceof Character || value instanceof Enum<?>) {
            return value.toString();
        }
        if (value instanceof java.net.URL url) {
            return url.toString();
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, Math.toIntExact(clob.length()));
        }
        if (value instanceof Blob blob) {
            return blob.getBytes(1, Math.toIntExact(blob.length()));
        }
        return value instanceof java.util.Date date ? ofDate(date) : ofMoment(value);
    }

    private static Object ofDate(java.util.Date value) {
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        if (value instanceof Time time) {
            return time.toLocalTime();
        }
        return value instanceof Timestamp timestamp
                ? timestamp.toLocalDateTime()
                : LocalDateTime.ofInstant(value.toInstant(), ZoneId.systemDefault());
    }

    private static @Nullable Object ofMoment(@Nullable Object value) {
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC);
        }
        return value instanceof ZonedDateTime moment ? moment.toOffsetDateTime() : value;
    }
}
