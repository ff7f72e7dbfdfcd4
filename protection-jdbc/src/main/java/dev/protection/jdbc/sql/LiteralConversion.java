package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Optional;

/** Converts a literal to a field's type where every supported database would convert it alike. */
final class LiteralConversion {
    private final Dialect dialect;

    LiteralConversion(Dialect dialect) {
        this.dialect = dialect;
    }

    Optional<Object> convert(Object literal, FieldType type) {
        try {
            return switch (type) {
                case TEXT -> literal instanceof String ? Optional.of(literal) : Optional.empty();
                case INTEGER -> decimal(literal).map(this::integer);
                case DECIMAL -> decimal(literal).map(number -> number);
                case DATE -> date(literal);
                case TIMESTAMP -> moment(literal);
                case BOOLEAN -> bool(literal);
                case BYTES -> bytes(literal);
            };
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Object integer(BigDecimal number) {
        BigInteger whole = number.toBigIntegerExact();
        return whole.longValueExact();
    }

    private static Optional<BigDecimal> decimal(Object literal) {
        if (literal instanceof String text) {
            return Optional.of(new BigDecimal(text.trim()));
        }
        return literal instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    private static Optional<Object> date(Object literal) {
        if (literal instanceof String text) {
            return Optional.of(LocalDate.parse(text));
        }
        return literal instanceof LocalDate ? Optional.of(literal) : Optional.empty();
    }

    private static Optional<Object> moment(Object literal) {
        if (literal instanceof String text) {
            return Optional.of(timestamp(text));
        }
        if (literal instanceof LocalDate day) {
            return Optional.of(day.atStartOfDay());
        }
        return literal instanceof LocalDateTime ? Optional.of(literal) : Optional.empty();
    }

    static LocalDateTime timestamp(String text) {
        boolean day = text.length() == "2000-01-01".length();
        return day ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private Optional<Object> bool(Object literal) {
        if (literal instanceof Boolean) {
            return Optional.of(literal);
        }
        if (literal instanceof BigDecimal number && dialect != Dialect.POSTGRESQL) {
            boolean one = number.compareTo(BigDecimal.ONE) == 0;
            return one || number.signum() == 0 ? Optional.of(one) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Object> bytes(Object literal) {
        boolean hex = literal instanceof String text && dialect == Dialect.POSTGRESQL && text.startsWith("\\x");
        if (hex) {
            return Optional.of(HexFormat.of().parseHex(((String) literal).substring(2)));
        }
        return literal instanceof byte[] ? Optional.of(literal) : Optional.empty();
    }
}
