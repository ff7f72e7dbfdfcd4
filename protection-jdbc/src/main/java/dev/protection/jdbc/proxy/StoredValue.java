package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.Dialect;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way into a field, as its column would keep it: as wide as the column is declared, and no conversion that
 * the product refuses or does in a way of its own.
 */
final class StoredValue {
    private static final int NANOS = 1_000;
    private static final Set<String> FLAGS = Set.of("0", "1");

    private final Dialect dialect;
    private final ColumnFit fit;
    private final Fractions fractions;

    StoredValue(Dialect dialect) {
        this.dialect = dialect;
        this.fit = new ColumnFit(dialect);
        this.fractions = new Fractions(dialect);
    }

    /**
     * A value that is to be stored.
     *
     * @param value as the application gave it
     * @param converted the same as one of the field's Java type
     * @param literal whether it stands in the statement's text
     */
    record Given(@Nullable Object value, @Nullable Object converted, boolean literal) {
        @Override
        public String toString() {
            return "Given[]";
        }
    }

    /** The value to keep in a column of a type. */
    @Nullable
    Object of(Given given, ColumnType column) throws SQLException {
        FieldType type = column.field();
        Object plain = Plain.of(given.value());
        if (plain == null || given.converted() == null) {
            return given.converted();
        }
        boolean offset =
                dialect == Dialect.POSTGRESQL && given.value() instanceof java.util.Date && type == FieldType.TEXT;
        if (offset || !alike(plain, type)) {
            throw Conversions.cannot(plain, "stored alike by all databases in a field of type " + type);
        }
        return fit.fit(converted(given, plain, column), column);
    }

    private Object converted(Given given, Object plain, ColumnType column) throws SQLException {
        Object converted = Objects.requireNonNull(given.converted());
        return switch (column.field()) {
            case TEXT -> plain instanceof Boolean flag ? text(flag) : converted;
            case DECIMAL -> plain instanceof Double || plain instanceof Float ? floating((Number) plain) : converted;
            case TIMESTAMP -> fractions.round((LocalDateTime) converted, column.length(), given.literal());
            case DATE ->
                dialect == Dialect.POSTGRESQL && plain instanceof LocalDateTime time
                        ? fractions
                                .round(time, Fractions.MICROSECONDS, given.literal())
                                .toLocalDate()
                        : converted;
            case BYTES -> dialect == Dialect.POSTGRESQL && plain instanceof String text ? bytes(text) : converted;
            case INTEGER, BOOLEAN -> converted;
        };
    }

    /** PostgreSQL reads digits behind a backslash and an x, and escapes. */
    private static Object bytes(String text) throws SQLException {
        try {
            if (text.startsWith("\\x")) {
                return HexFormat.of().parseHex(text.substring(2));
            }
        } catch (IllegalArgumentException e) {
            throw Conversions.cannot(text, "bytes in hexadecimal digits");
        }
        if (text.indexOf('\\') >= 0) {
            throw Conversions.cannot(text, "bytes without escapes");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** PostgreSQL makes a decimal number of the digits that are certain. */
    private BigDecimal floating(Number number) {
        if (dialect != Dialect.POSTGRESQL) {
            return new BigDecimal(number.toString());
        }
        int certain = number instanceof Float ? 6 : 15;
        BigDecimal exact = new BigDecimal(number.doubleValue()).round(new MathContext(certain, RoundingMode.HALF_EVEN));
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
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
}
