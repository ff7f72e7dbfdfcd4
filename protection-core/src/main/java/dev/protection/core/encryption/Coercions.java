package dev.protection.core.encryption;

import dev.protection.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Which values stand for which value of a logical type. Whatever would lose something does not. */
final class Coercions {
    /** A decimal text longer than this is no number a database column holds. */
    private static final int LONGEST_PLAIN = 1_000;

    private Coercions() {}

    /** Empty when the value is of a class that has no place in the type; exceptions of java.lang and java.time else. */
    static Optional<? extends Object> to(FieldType type, Object value) {
        return switch (type) {
            case TEXT -> text(value);
            case INTEGER ->
                value instanceof Boolean bit
                        ? Optional.of(bit ? 1L : 0L)
                        : number(value).map(BigDecimal::longValueExact);
            case DECIMAL -> number(value);
            case DATE -> Times.date(value);
            case TIMESTAMP -> Times.timestamp(value);
            case BOOLEAN -> truth(value);
            case BYTES -> bytes(value);
        };
    }

    private static Optional<String> text(Object value) {
        if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
            return Optional.of(value.toString());
        }
        if (value instanceof char[] chars) {
            return Optional.of(new String(chars));
        }
        return value instanceof Number
                ? number(value).filter(Coercions::isPlain).map(BigDecimal::toPlainString)
                : Optional.empty();
    }

    private static boolean isPlain(BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() <= LONGEST_PLAIN;
    }

    private static Optional<BigDecimal> number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return Optional.of(decimal);
        }
        if (value instanceof BigInteger whole) {
            return Optional.of(new BigDecimal(whole));
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return Optional.of(BigDecimal.valueOf(((Number) value).longValue()));
        }
        if (value instanceof Double || value instanceof Float || value instanceof CharSequence) {
            return Optional.of(new BigDecimal(value.toString().strip()));
        }
        return Optional.empty();
    }

    private static Optional<Boolean> truth(Object value) {
        if (value instanceof Boolean bit) {
            return Optional.of(bit);
        }
        if (value instanceof CharSequence word) {
            return switch (word.toString().strip().toLowerCase(Locale.ROOT)) {
                case "true", "t", "1" -> Optional.of(true);
                case "false", "f", "0" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
        return number(value)
                .map(BigDecimal::longValueExact)
                .filter(bit -> bit >> 1 == 0)
                .map(bit -> bit == 1);
    }

    private static Optional<byte[]> bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return Optional.of(bytes.clone());
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return Optional.of(bytes);
        }
        return Optional.empty();
    }
}
