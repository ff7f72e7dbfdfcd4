package dev.protection.core.encryption;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.encryption.ValueException;
import java.math.BigDecimal;

/** The bytes that a blind index compares: values that {@code =} calls equal have equal bytes (ENV-IDX-3). */
final class IndexValue {
    private IndexValue() {}

    static byte[] of(Field field, Object value) {
        FieldType type = field.type();
        Object exact = ValueCodec.coerce(type, value);
        if (exact instanceof String text) {
            return ValueCodec.encode(type, Normalised.text(text, field.index().normalise()));
        }
        return ValueCodec.encode(type, exact instanceof BigDecimal number ? shortest(number) : exact);
    }

    private static BigDecimal shortest(BigDecimal number) {
        try {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        } catch (ArithmeticException scaleOutOfRange) {
            throw new ValueException(FieldType.DECIMAL, BigDecimal.class); // the cause might quote the value
        }
    }
}
