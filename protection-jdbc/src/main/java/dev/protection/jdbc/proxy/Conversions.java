package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.encryption.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conversions between the Java types of JDBC and those of fields. They follow what databases do with a plain column of
 * the field's type (JDBC 4.3, appendix B); what has no one meaning there is refused. Errors name types, never values.
 */
final class Conversions {
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0");

    private Conversions() {}

    /** A parameter's value as one of the field's Java type; null stays null. */
    static @Nullable Object toField(@Nullable Object value, FieldType type, int parameter) throws SQLException {
        Object plain = Plain.of(value);
        if (plain == null) {
            return null;
        }
        try {
            return switch (type) {
                case TEXT -> toText(plain);
                case INTEGER -> toLong(plain);
                case DECIMAL -> toDecimal(plain);
                case DATE -> toDate(plain);
                case TIMESTAMP -> toTimestamp(plain);
                case BOOLEAN -> toBoolean(plain);
                case BYTES -> toBytes(plain);
            };
        } catch (SQLDataException e) {
            SQLDataException named = new SQLDataException(
                    "parameter " + parameter + ": " + e.getMessage(),
                    "22018",
                    new ValueException(type, plain.getClass()));
            named.setStackTrace(e.getStackTrace());
            throw named;
        }
    }

    /** The {@code scaleOrLength} argument of {@code setObject}: digits after the point, for decimal numbers. */
    static @Nullable Object scaled(@Nullable Object value, int scale) {
        return value instanceof BigDecimal number ? number.setScale(scale, RoundingMode.HALF_UP) : value;
    }

    static String toText(Object value) throws SQLDataException {
        if (value instanceof byte[] bytes) {
            return decode(bytes);
        }
        if (value instanceof Boolean flag) {
            return flag ? "TRUE" : "FALSE";
        }
        if (value instanceof LocalDateTime time) {
            return Texts.timestamp(time);
        }
        if (value instanceof LocalTime time) {
            return Texts.time(time);
        }
        if (value instanceof OffsetDateTime moment) {
            return Texts.moment(moment);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private static String decode(byte[] bytes) throws SQLDataException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw cannot(bytes, "text");
        }
    }

    static long toLong(Object value) throws SQLDataException {
        return within(nearest(value), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    static long within(BigInteger whole, long least, long most) throws SQLDataException {
        if (whole.compareTo(BigInteger.valueOf(least)) < 0 || whole.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new SQLDataException("a number is too large for a whole number of that size", "22003");
        }
        return whole.longValue();
    }

    private static BigInteger nearest(Object value) throws SQLDataException {
        return value instanceof String
                ? toInteger(value)
                : toDecimal(value).setScale(0, RoundingMode.HALF_UP).toBigInteger();
    }

    /** A number without its fraction; text has to be a whole number. */
    static BigInteger toInteger(Object value) throws SQLDataException {
        if (value instanceof String text) {
            try {
                return new BigInteger(text.trim());
            } catch (NumberFormatException e) {
                throw cannot(value, "a whole number");
            }
        }
        return toDecimal(value).toBigInteger();
    }

    static BigDecimal toDecimal(Object value) throws SQLDataException {
        try {
            if (value instanceof BigDecimal number) {
                return number;
            }
            if (value instanceof BigInteger number) {
                return new BigDecimal(number);
            }
            if (value instanceof Boolean flag) {
                return flag ? BigDecimal.ONE : BigDecimal.ZERO;
            }
            if (value instanceof Number || value instanceof String) {
                return new BigDecimal(value.toString().trim());
            }
        } catch (NumberFormatException e) {
            throw cannot(value, "a number");
        }
        throw cannot(value, "a number");
    }

    static boolean toBoolean(Object value) throws SQLDataException {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof String text) {
            String word = text.trim().toLowerCase(Locale.ROOT);
            if (TRUE.contains(word) || FALSE.contains(word)) {
                return TRUE.contains(word);
            }
        }
        return toDecimal(value).signum() != 0;
    }

    static LocalDate toDate(Object value) throws SQLDataException {
        if (value instanceof LocalDate day) {
            return day;
        }
        if (value instanceof LocalDateTime || value instanceof OffsetDateTime) {
            return toTimestamp(value).toLocalDate();
        }
        if (value instanceof String text) {
            return Texts.parseDate(text);
        }
        throw cannot(value, "a date");
    }

    static LocalDateTime toTimestamp(Object value) throws SQLDataException {
        if (value instanceof LocalDateTime time) {
            return time;
        }
        if (value instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        if (value instanceof OffsetDateTime moment) {
            return LocalDateTime.ofInstant(moment.toInstant(), ZoneId.systemDefault());
        }
        if (value instanceof String text) {
            return Texts.parseTimestamp(text);
        }
        throw cannot(value, "a timestamp");
    }

    static LocalTime toTime(Object value) throws SQLDataException {
        if (value instanceof LocalTime time) {
            return time;
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalTime();
        }
        if (value instanceof String text) {
            return Texts.parseTime(text);
        }
        throw cannot(value, "a time");
    }

    static byte[] toBytes(Object value) throws SQLDataException {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw cannot(value, "bytes");
    }

    static SQLDataException cannot(Object value, String what) {
        return new SQLDataException("a value of type " + value.getClass().getSimpleName() + " is not " + what, "22018");
    }
}
