package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.Dialect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way into a field, as a column of a product would keep it: six digits of a second's fraction, and no
 * conversion that the product refuses or does in a way of its own.
 */
final class StoredValue {
    private static final int NANOS = 1_000;
    private static final Set<String> FLAGS = Set.of("0", "1");

    private final Dialect dialect;

    StoredValue(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The value to keep.
     *
     * @param given as the application gave it
     * @param converted the same as one of the field's Java type
     */
    @Nullable
    Object of(@Nullable Object given, @Nullable Object converted, FieldType type) throws SQLException {
        Object plain = Plain.of(given);
        if (plain == null || converted == null) {
            return converted;
        }
        boolean offset = dialect == Dialect.POSTGRESQL && given instanceof java.util.Date && type == FieldType.TEXT;
        if (offset || !alike(plain, type)) {
            throw Conversions.cannot(plain, "stored alike by all databases in a field of type " + type);
        }
        return switch (type) {
            case TEXT -> plain instanceof Boolean flag ? text(flag) : converted;
            case TIMESTAMP -> rounded((LocalDateTime) converted);
            case DATE ->
                dialect == Dialect.POSTGRESQL && plain instanceof LocalDateTime time
                        ? rounded(time).toLocalDate()
                        : converted;
            case INTEGER, DECIMAL, BOOLEAN, BYTES -> converted;
        };
    }

    private String text(boolean flag) {
        return switch (dialect) {
            case H2 -> flag ? "TRUE" : "FALSE";
            case POSTGRESQL -> String.valueOf(flag);
            case MARIADB -> flag ? "1" : "0";
        };
    }

    /** Whether the product has the conversion, with the outcome that we give it. */
    private boolean alike(Object plain, FieldType type) throws SQLException {
        return switch (type) {
            case TEXT -> asText(plain);
            case INTEGER -> !(dialect == Dialect.POSTGRESQL && plain instanceof Boolean) && !tie(plain);
            case DECIMAL -> !(dialect == Dialect.POSTGRESQL && plain instanceof Boolean);
            case BOOLEAN -> asFlag(plain);
            case DATE, TIMESTAMP, BYTES -> true;
        };
    }

    /** PostgreSQL writes an offset or not, and bytes in digits; MariaDB a whole fraction or none. */
    private boolean asText(Object plain) {
        boolean day = plain instanceof LocalDateTime || plain instanceof OffsetDateTime;
        return switch (dialect) {
            case H2 -> true;
            case POSTGRESQL -> !day && !(plain instanceof byte[]);
            case MARIADB -> !day || (plain instanceof LocalDateTime time && time.get(ChronoField.NANO_OF_SECOND) == 0);
        };
    }

    /** Halves of floating numbers are rounded in many ways. */
    private static boolean tie(Object plain) {
        if (!(plain instanceof Double) && !(plain instanceof Float)) {
            return false;
        }
        BigDecimal number = new BigDecimal(plain.toString());
        return number.subtract(number.setScale(0, RoundingMode.DOWN)).abs().compareTo(new BigDecimal("0.5")) == 0;
    }

    /** Other numbers than 0 and 1 are kept by MariaDB, and PostgreSQL takes none. */
    private boolean asFlag(Object plain) throws SQLException {
        boolean word = plain instanceof String text && FLAGS.contains(text.trim());
        return switch (dialect) {
            case H2 -> true;
            case POSTGRESQL ->
                !(plain instanceof Number)
                        && (!(plain instanceof String text) || DriverReading.POSTGRESQL.isFlag(text));
            case MARIADB ->
                plain instanceof Boolean
                        || word
                        || (plain instanceof Number && FLAGS.contains(Conversions.toText(plain)));
        };
    }

    static boolean microseconds(LocalDateTime time) {
        return time.get(ChronoField.NANO_OF_SECOND) % NANOS == 0;
    }

    private LocalDateTime rounded(LocalDateTime time) {
        LocalDateTime cut = time.truncatedTo(ChronoUnit.MICROS);
        boolean up = dialect != Dialect.MARIADB && time.get(ChronoField.NANO_OF_SECOND) % NANOS >= NANOS / 2;
        return up ? cut.plus(1, ChronoUnit.MICROS) : cut;
    }
}
