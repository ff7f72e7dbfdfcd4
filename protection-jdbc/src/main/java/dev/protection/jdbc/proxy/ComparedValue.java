package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import java.math.BigDecimal;
import java.sql.SQLException;
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
