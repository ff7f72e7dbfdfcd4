package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.Value;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A value that is compared with a field. A conversion to the field's type that changed it would make it equal to what
 * the database finds different, so it is refused.
 */
final class ComparedValue {
    private ComparedValue() {}

    /** Refuses what the field's type cannot hold as it is; null is held by all. */
    static void requireExact(@Nullable Object given, FieldType type) throws SQLException {
        Object plain = Plain.of(given);
        boolean exact = plain == null
                || switch (type) {
                    case INTEGER -> !(plain instanceof Number) || whole(Conversions.toDecimal(plain));
                    case BOOLEAN -> !(plain instanceof Number) || flag(Conversions.toDecimal(plain));
                    case DATE -> !moment(plain) || midnight(Conversions.toTimestamp(plain));
                    case TIMESTAMP -> StoredValue.microseconds(Conversions.toTimestamp(plain));
                    case TEXT, DECIMAL, BYTES -> true;
                };
        if (!exact) {
            throw SqlErrors.of(JdbcRefusal.value(
                    "a compared value", "the type " + type + " does not hold it without changing it."));
        }
    }

    /** Refuses what a cast changes, or takes in a way of the database's own. */
    static void requireCast(@Nullable Object given, Value.Cast.Type type) throws SQLException {
        Object plain = read(Plain.of(given), type);
        boolean whole = plain instanceof Long || plain instanceof Integer || plain instanceof Short;
        boolean known = plain == null
                || switch (type) {
                    case TEXT -> plain instanceof String || whole;
                    case INT -> whole && ((Number) plain).intValue() == ((Number) plain).longValue();
                    case BIGINT -> whole;
                    case NUMERIC -> whole || plain instanceof BigDecimal;
                    case DATE -> plain instanceof LocalDate;
                    case TIMESTAMP -> plain instanceof LocalDateTime;
                    case BOOLEAN -> plain instanceof Boolean;
                };
        if (!known) {
            throw SqlErrors.of(
                    JdbcRefusal.value("a value that is cast", "what the database makes of it is not reproduced."));
        }
    }

    /** Text that is written as the database itself writes the type; any other stays what it is. */
    private static @Nullable Object read(@Nullable Object plain, Value.Cast.Type type) {
        try {
            if (plain instanceof String text && type == Value.Cast.Type.DATE) {
                LocalDate day = LocalDate.parse(text);
                return day.toString().equals(text) ? day : plain;
            }
            if (plain instanceof String text && (type == Value.Cast.Type.INT || type == Value.Cast.Type.BIGINT)) {
                long number = Long.parseLong(text);
                return Long.toString(number).equals(text) ? (Object) number : plain;
            }
            return plain;
        } catch (DateTimeException | NumberFormatException e) {
            return plain;
        }
    }

    private static boolean whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean flag(BigDecimal number) {
        return number.signum() == 0 || number.compareTo(BigDecimal.ONE) == 0;
    }

    private static boolean moment(Object plain) {
        return plain instanceof LocalDateTime || plain instanceof OffsetDateTime;
    }

    private static boolean midnight(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
