package dev.protection.jdbc.proxy;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types that {@code getObject(column, Class)} gives (JDBC 4.3, table B-6). */
final class ObjectTypes {
    private static final Map<Class<?>, Reading> READINGS = Map.ofEntries(
            Map.entry(Object.class, ColumnValue::getObject),
            Map.entry(String.class, ColumnValue::getString),
            Map.entry(Boolean.class, ColumnValue::getBoolean),
            Map.entry(Byte.class, ColumnValue::getByte),
            Map.entry(Short.class, ColumnValue::getShort),
            Map.entry(Integer.class, ColumnValue::getInt),
            Map.entry(Long.class, ColumnValue::getLong),
            Map.entry(Float.class, ColumnValue::getFloat),
            Map.entry(Double.class, ColumnValue::getDouble),
            Map.entry(BigDecimal.class, ColumnValue::getBigDecimal),
            Map.entry(BigInteger.class, v -> Conversions.toInteger(present(v))),
            Map.entry(byte[].class, ColumnValue::getBytes),
            Map.entry(UUID.class, v -> uuid(Conversions.toText(present(v)))),
            Map.entry(Date.class, v -> v.getDate()),
            Map.entry(Time.class, v -> v.getTime()),
            Map.entry(Timestamp.class, v -> v.getTimestamp()),
            Map.entry(java.util.Date.class, v -> java.util.Date.from(zoned(v).toInstant())),
            Map.entry(LocalDate.class, v -> Conversions.toDate(present(v))),
            Map.entry(LocalTime.class, v -> Conversions.toTime(present(v))),
            Map.entry(LocalDateTime.class, v -> Conversions.toTimestamp(present(v))),
            Map.entry(OffsetDateTime.class, v -> zoned(v).toOffsetDateTime()),
            Map.entry(ZonedDateTime.class, v -> zoned(v)),
            Map.entry(Instant.class, v -> zoned(v).toInstant()),
            Map.entry(InputStream.class, ColumnValue::getBinaryStream),
            Map.entry(Reader.class, ColumnValue::getCharacterStream),
            Map.entry(Blob.class, ColumnValue::getBlob),
            Map.entry(Clob.class, ColumnValue::getClob),
            Map.entry(NClob.class, ColumnValue::getNClob));

    private ObjectTypes() {}

    static <T> @Nullable T get(ColumnValue value, Class<T> wanted) throws SQLException {
        Reading reading = READINGS.get(wanted);
        if (reading == null) {
            throw SqlErrors.of(JdbcRefusal.value("getObject", "a protected field has no " + wanted.getName() + "."));
        }
        return value.isNull() ? null : wanted.cast(reading.read(value));
    }

    private static Object present(ColumnValue value) {
        return java.util.Objects.requireNonNull(value.value());
    }

    private static ZonedDateTime zoned(ColumnValue value) throws SQLException {
        return Conversions.toTimestamp(present(value)).atZone(ZoneId.systemDefault());
    }

    private static UUID uuid(String text) throws SQLException {
        try {
            return UUID.fromString(text.trim());
        } catch (IllegalArgumentException e) {
            throw Conversions.cannot(text, "a UUID");
        }
    }

    /** One type's way to read a value that is not null. */
    private interface Reading {
        @Nullable
        Object read(ColumnValue value) throws SQLException;
    }
}
