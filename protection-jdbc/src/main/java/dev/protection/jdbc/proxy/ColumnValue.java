package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The opened value of a sealed column, as each getter of a result gives it. */
final class ColumnValue {
    private final @Nullable Object value;
    private final ColumnType type;
    private final DriverReading reading;

    /** A value of the Java class of the type's fields, or null. */
    ColumnValue(@Nullable Object value, ColumnType type, DriverReading reading) {
        this.value = value instanceof BigDecimal number && number.scale() < type.scale()
                ? number.setScale(type.scale())
                : value;
        this.type = type;
        this.reading = reading;
    }

    boolean isNull() {
        return value == null;
    }

    @Nullable
    String getString() throws SQLException {
        if (value instanceof LocalDateTime time && reading == DriverReading.MARIADB) {
            return Texts.timestamp(time, type.length());
        }
        return value == null ? null : bit() ? String.valueOf(value) : reading.toText(value);
    }

    /** MariaDB's driver writes a bit in words and makes no floating number of it. */
    private boolean bit() {
        return type.kind() == ColumnType.Kind.BIT;
    }

    private BigDecimal floating(Object present) throws SQLException {
        if (bit()) {
            throw Conversions.cannot(present, "a floating number");
        }
        return reading.toDecimal(present);
    }

    @Nullable
    String getNString() throws SQLException {
        return getString();
    }

    boolean getBoolean() throws SQLException {
        return value != null && reading.toBoolean(value);
    }

    byte getByte() throws SQLException {
        return (byte) whole(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    short getShort() throws SQLException {
        return (short) whole(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    int getInt() throws SQLException {
        return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    long getLong() throws SQLException {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private long whole(long least, long most) throws SQLException {
        return value == null ? 0 : reading.toWhole(value, least, most);
    }

    float getFloat() throws SQLException {
        return value == null ? 0 : floating(value).floatValue();
    }

    double getDouble() throws SQLException {
        return value == null ? 0 : floating(value).doubleValue();
    }

    @Nullable
    BigDecimal getBigDecimal() throws SQLException {
        return value == null ? null : reading.toDecimal(value);
    }

    @Nullable
    BigDecimal getBigDecimal(int scale) throws SQLException {
        return value == null ? null : reading.toDecimal(value).setScale(scale, RoundingMode.HALF_UP);
    }

    byte @Nullable [] getBytes() throws SQLException {
        return value == null ? null : Conversions.toBytes(value);
    }

    @Nullable
    Date getDate() throws SQLException {
        return getDate(null);
    }

    @Nullable
    Date getDate(@Nullable Calendar zone) throws SQLException {
        return value == null ? null : Zones.date(Conversions.toDate(value), zone);
    }

    @Nullable
    Time getTime() throws SQLException {
        return getTime(null);
    }

    @Nullable
    Time getTime(@Nullable Calendar zone) throws SQLException {
        return value == null ? null : Zones.time(Conversions.toTime(value), zone);
    }

    @Nullable
    Timestamp getTimestamp() throws SQLException {
        return getTimestamp(null);
    }

    @Nullable
    Timestamp getTimestamp(@Nullable Calendar zone) throws SQLException {
        return value == null ? null : Zones.timestamp(Conversions.toTimestamp(value), zone);
    }

    @Nullable
    InputStream getAsciiStream() throws SQLException {
        String text = getString();
        return text == null ? null : Streams.asciiStream(text);
    }

    @Nullable
    InputStream getUnicodeStream() throws SQLException {
        String text = getString();
        return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Nullable
    InputStream getBinaryStream() throws SQLException {
        byte[] bytes = getBytes();
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    @Nullable
    Reader getCharacterStream() throws SQLException {
        String text = getString();
        return text == null ? null : new StringReader(text);
    }

    @Nullable
    Reader getNCharacterStream() throws SQLException {
        return getCharacterStream();
    }

    @Nullable
    Blob getBlob() throws SQLException {
        byte[] bytes = getBytes();
        return bytes == null ? null : new BytesBlob(bytes);
    }

    @Nullable
    Clob getClob() throws SQLException {
        return getNClob();
    }

    @Nullable
    NClob getNClob() throws SQLException {
        String text = getString();
        return text == null ? null : new TextClob(text);
    }

    @Nullable
    URL getURL() throws SQLException {
        String text = getString();
        try {
            return text == null ? null : URI.create(text).toURL();
        } catch (IllegalArgumentException | MalformedURLException e) {
            throw Conversions.cannot(text, "a URL");
        }
    }

    @Nullable
    Object getObject() throws SQLException {
        return switch (type.field()) {
            case DATE -> getDate();
            case TIMESTAMP -> getTimestamp();
            case BYTES -> reading.large(type.kind()) ? getBlob() : getBytes();
            case TEXT -> reading.large(type.kind()) ? getClob() : value;
            case INTEGER -> value == null ? null : reading.object((Long) value, type.kind());
            case DECIMAL, BOOLEAN -> value;
        };
    }

    @Nullable
    Object getObject(@Nullable Map<String, Class<?>> types) throws SQLException {
        return getObject();
    }

    <T> @Nullable T getObject(Class<T> wanted) throws SQLException {
        return ObjectTypes.get(this, wanted);
    }

    @Nullable
    Object value() {
        return value;
    }

    @Nullable
    Ref getRef() throws SQLException {
        return not(Ref.class);
    }

    @Nullable
    RowId getRowId() throws SQLException {
        return not(RowId.class);
    }

    @Nullable
    SQLXML getSQLXML() throws SQLException {
        return not(SQLXML.class);
    }

    @Nullable
    Array getArray() throws SQLException {
        return not(Array.class);
    }

    private <T> @Nullable T not(Class<T> wanted) throws SQLException {
        if (value == null) {
            return null;
        }
        throw Conversions.cannot(value, "a " + wanted.getSimpleName());
    }
}
