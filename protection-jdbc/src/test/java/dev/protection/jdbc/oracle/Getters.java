package dev.protection.jdbc.oracle;

import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every way to read a column, and what each gives: class and value, or that it is refused. */
final class Getters {
    static final String REFUSED = "refused";

    private static final Pattern WIDER = Pattern.compile("getObject .*|get(Binary|Character)Stream|get[BC]lob");

    private static final List<String> PLAIN = List.of(
            "getObject",
            "getString",
            "getBoolean",
            "getByte",
            "getShort",
            "getInt",
            "getLong",
            "getFloat",
            "getDouble",
            "getBigDecimal",
            "getBytes",
            "getDate",
            "getTime",
            "getTimestamp",
            "getBinaryStream",
            "getCharacterStream",
            "getBlob",
            "getClob");

    private static final List<Class<?>> CLASSES = List.of(
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
            Date.class,
            Time.class,
            Timestamp.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class);

    private static final List<String> DESCRIPTIONS = List.of(
            "getColumnLabel",
            "getColumnName",
            "getColumnType",
            "getColumnTypeName",
            "getColumnClassName",
            "getPrecision",
            "getScale",
            "getColumnDisplaySize",
            "isNullable",
            "isSigned",
            "isCaseSensitive",
            "isAutoIncrement",
            "isSearchable",
            "isCurrency");

    private Getters() {}

    static Map<String, String> described(ResultSetMetaData data, int column) throws SQLException {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : DESCRIPTIONS) {
            all.put(name, called(ResultSetMetaData.class, data, name, new Class<?>[] {int.class}, column));
        }
        return all;
    }

    static Map<String, String> read(ResultSet row, int column) throws SQLException {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : PLAIN) {
            all.put(name, read(row, name, new Class<?>[] {int.class}, column));
        }
        for (Class<?> type : CLASSES) {
            all.put(
                    "getObject " + type.getSimpleName(),
                    read(row, "getObject", new Class<?>[] {int.class, Class.class}, column, type));
        }
        return all;
    }

    private static String read(ResultSet row, String name, Class<?>[] types, Object... with) throws SQLException {
        String seen = called(ResultSet.class, row, name, types, with);
        return seen.startsWith(REFUSED) || !row.wasNull() ? seen : seen + " wasNull";
    }

    private static String called(Class<?> type, Object on, String name, Class<?>[] types, Object... with) {
        try {
            return shown(type.getMethod(name, types).invoke(on, with));
        } catch (SQLException | UncheckedIOException e) {
            return REFUSED + " " + e.getClass().getSimpleName();
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getTargetException();
            return REFUSED + " "
                    + (thrown instanceof SQLException refusal
                            ? refusal.getSQLState()
                            : thrown.getClass().getSimpleName());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static String shown(@Nullable Object value) throws SQLException {
        try {
            if (value instanceof byte[] bytes) {
                return "byte[] " + HexFormat.of().formatHex(bytes);
            }
            if (value instanceof InputStream stream) {
                return "stream " + HexFormat.of().formatHex(stream.readAllBytes());
            }
            if (value instanceof Reader reader) {
                return "reader " + text(reader);
            }
        } catch (java.io.IOException e) {
            throw new SQLException(e);
        }
        if (value instanceof Clob clob) {
            return "clob " + (clob.length() == 0 ? "" : clob.getSubString(1, (int) clob.length()));
        }
        if (value instanceof Blob blob) {
            return "blob " + HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
        }
        return value == null ? "null" : value.getClass().getName() + " " + value;
    }

    private static String text(Reader reader) throws java.io.IOException {
        java.io.StringWriter text = new java.io.StringWriter();
        reader.transferTo(text);
        return text.toString();
    }

    /**
     * What differs. A reading that we refuse is less than the driver gives, never wrong; {@code getObject(Class)},
     * streams and large objects are given to every type, also where a driver has them for some types only.
     */
    static List<String> differences(String where, Map<String, String> seen, Map<String, String> expected) {
        List<String> all = new ArrayList<>();
        expected.forEach((name, value) -> {
            String own = String.valueOf(seen.get(name));
            boolean more = value.startsWith(REFUSED) && WIDER.matcher(name).matches();
            if (!own.equals(value) && !own.startsWith(REFUSED) && !more) {
                all.add(where + " " + name + ": seen " + own + ", expected " + value);
            }
        });
        return all;
    }
}
