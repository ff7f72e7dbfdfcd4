package dev.protection.jdbc.proxy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every setter of a prepared statement with a value and with null, and every getter of a result. */
final class JdbcValues {
    private JdbcValues() {}

    /** A call of a setter for parameter 1. */
    interface Setter {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** A call of a getter for column 1. */
    interface Getter {
        @Nullable
        Object get(ResultSet rows) throws SQLException;
    }

    static Calendar tokyo() {
        return Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    }

    @SuppressWarnings("deprecation")
    static Map<String, Setter> setters() {
        Map<String, Setter> all = new LinkedHashMap<>();
        Timestamp timestamp = Timestamp.valueOf("2026-01-31 07:05:00.25");
        Date date = Date.valueOf("2026-01-31");
        byte[] bytes = {65, 66};
        all.put("boolean", s -> s.setBoolean(1, true));
        all.put("byte", s -> s.setByte(1, (byte) 7));
        all.put("short", s -> s.setShort(1, (short) 7));
        all.put("int", s -> s.setInt(1, -42));
        all.put("long", s -> s.setLong(1, 1L << 40));
        all.put("float", s -> s.setFloat(1, 1.5f));
        all.put("double", s -> s.setDouble(1, 2.5));
        all.put("BigDecimal", s -> s.setBigDecimal(1, new BigDecimal("10.00")));
        all.put("BigDecimal null", s -> s.setBigDecimal(1, null));
        for (String text :
                new String[] {"", "Aino", " 42 ", "10.50", "true", "no", "2026-01-31", "2026-01-31 07:05:00"}) {
            all.put("String '" + text + "'", s -> s.setString(1, text));
        }
        all.put("String null", s -> s.setString(1, null));
        all.put("NString", s -> s.setNString(1, "Ääkköset 漢字 😀"));
        all.put("Bytes", s -> s.setBytes(1, bytes));
        all.put("Bytes null", s -> s.setBytes(1, null));
        all.put("Date", s -> s.setDate(1, date));
        all.put("Date Calendar", s -> s.setDate(1, date, tokyo()));
        all.put("Time", s -> s.setTime(1, Time.valueOf("07:05:00")));
        all.put("Timestamp", s -> s.setTimestamp(1, timestamp));
        all.put("Timestamp Calendar", s -> s.setTimestamp(1, timestamp, tokyo()));
        all.put("Timestamp null", s -> s.setTimestamp(1, null, tokyo()));
        all.put("Null", s -> s.setNull(1, Types.VARCHAR));
        all.put("Null named", s -> s.setNull(1, Types.VARCHAR, "VARCHAR"));
        all.put("CharacterStream", s -> s.setCharacterStream(1, new StringReader("Aino")));
        all.put("CharacterStream int", s -> s.setCharacterStream(1, new StringReader("Aino and more"), 4));
        all.put("CharacterStream long", s -> s.setCharacterStream(1, new StringReader("Aino and more"), 4L));
        all.put("NCharacterStream", s -> s.setNCharacterStream(1, new StringReader("Äiti")));
        all.put("NCharacterStream long", s -> s.setNCharacterStream(1, new StringReader("Äiti"), 2L));
        all.put("AsciiStream", s -> s.setAsciiStream(1, new ByteArrayInputStream(bytes)));
        all.put("AsciiStream int", s -> s.setAsciiStream(1, new ByteArrayInputStream(bytes), 1));
        all.put("AsciiStream long", s -> s.setAsciiStream(1, new ByteArrayInputStream(bytes), 2L));
        all.put("BinaryStream", s -> s.setBinaryStream(1, new ByteArrayInputStream(bytes)));
        all.put("BinaryStream int", s -> s.setBinaryStream(1, new ByteArrayInputStream(bytes), 1));
        all.put("BinaryStream long", s -> s.setBinaryStream(1, new ByteArrayInputStream(bytes), 2L));
        all.put("Clob Reader", s -> s.setClob(1, new StringReader("Aino")));
        all.put("Clob Reader long", s -> s.setClob(1, new StringReader("Aino"), 2L));
        all.put("Clob", s -> s.setClob(1, new TextClob("Aino")));
        all.put("NClob", s -> s.setNClob(1, new TextClob("Aino")));
        all.put("NClob Reader", s -> s.setNClob(1, new StringReader("Aino")));
        all.put("Blob", s -> s.setBlob(1, new BytesBlob(bytes)));
        all.put("Blob stream", s -> s.setBlob(1, new ByteArrayInputStream(bytes)));
        all.put("Blob stream long", s -> s.setBlob(1, new ByteArrayInputStream(bytes), 1L));
        objects(all);
        return all;
    }

    private static void objects(Map<String, Setter> all) {
        Object[] objects = {
            true,
            (byte) 7,
            (short) 7,
            42,
            1L << 40,
            1.5f,
            2.5,
            new BigDecimal("10.50"),
            BigInteger.TEN,
            "Aino",
            'x',
            new byte[] {1, 2},
            LocalDate.of(2026, 1, 31),
            LocalDateTime.of(2026, 1, 31, 7, 5, 0, 250_000_000),
            LocalTime.of(7, 5),
            Date.valueOf("2026-01-31"),
            Timestamp.valueOf("2026-01-31 07:05:00.25"),
            UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"),
            OffsetDateTime.of(2026, 1, 31, 7, 5, 0, 0, ZoneOffset.UTC),
            Instant.parse("2026-01-31T07:05:00Z")
        };
        for (Object value : objects) {
            all.put("Object " + value.getClass().getSimpleName(), s -> s.setObject(1, value));
        }
        all.put("Object null", s -> s.setObject(1, null));
        all.put("Object typed", s -> s.setObject(1, "42", Types.VARCHAR));
        all.put("Object typed null", s -> s.setObject(1, null, Types.VARCHAR));
        all.put("Object scaled", s -> s.setObject(1, new BigDecimal("1.50"), Types.DECIMAL, 2));
        all.put("Object SQLType", s -> s.setObject(1, "42", JDBCType.VARCHAR));
        all.put("Object SQLType scaled", s -> s.setObject(1, new BigDecimal("1.50"), JDBCType.DECIMAL, 2));
    }

    @SuppressWarnings("deprecation")
    static Map<String, Getter> getters() {
        Map<String, Getter> all = new LinkedHashMap<>();
        all.put("String", r -> r.getString(1));
        all.put("NString", r -> r.getNString(1));
        all.put("boolean", r -> r.getBoolean(1));
        all.put("byte", r -> r.getByte(1));
        all.put("short", r -> r.getShort(1));
        all.put("int", r -> r.getInt(1));
        all.put("long", r -> r.getLong(1));
        all.put("float", r -> r.getFloat(1));
        all.put("double", r -> r.getDouble(1));
        all.put("BigDecimal", r -> r.getBigDecimal(1));
        all.put("BigDecimal scale", r -> r.getBigDecimal(1, 1));
        all.put("Bytes", r -> r.getBytes(1));
        all.put("Date", r -> r.getDate(1));
        all.put("Date Calendar", r -> r.getDate(1, tokyo()));
        all.put("Time", r -> r.getTime(1));
        all.put("Timestamp", r -> r.getTimestamp(1));
        all.put("Timestamp Calendar", r -> r.getTimestamp(1, tokyo()));
        all.put("AsciiStream", r -> r.getAsciiStream(1));
        all.put("BinaryStream", r -> r.getBinaryStream(1));
        all.put("CharacterStream", r -> r.getCharacterStream(1));
        all.put("NCharacterStream", r -> r.getNCharacterStream(1));
        all.put("Clob", r -> r.getClob(1));
        all.put("NClob", r -> r.getNClob(1));
        all.put("Blob", r -> r.getBlob(1));
        all.put("Object", r -> r.getObject(1));
        all.put("Object Map", r -> r.getObject(1, Map.of()));
        for (Class<?> type : new Class<?>[] {
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            byte[].class,
            UUID.class,
            Date.class,
            Time.class,
            Timestamp.class,
            java.util.Date.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            Instant.class,
            Object.class,
            Clob.class,
            Blob.class
        }) {
            all.put("Object " + type.getSimpleName(), r -> r.getObject(1, type));
        }
        return all;
    }

    /** A value as text that can be compared: streams and large objects are read to their end. */
    static String shown(@Nullable Object value) throws Exception {
        if (value instanceof InputStream stream) {
            return "stream " + shown(stream.readAllBytes());
        }
        if (value instanceof Reader reader) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return "reader " + text;
        }
        if (value instanceof Clob clob) {
            return "clob " + clob.getSubString(1, (int) clob.length());
        }
        if (value instanceof Blob blob) {
            return "blob " + shown(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof byte[] bytes) {
            return "bytes " + new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }
}
