package dev.protection.core.encryption;

import dev.protection.FieldType;
import dev.protection.encryption.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Optional;

/**
 * The bytes of values, one way per logical type, fixed for ever with the version byte of the cell (ENV-VAL-1 to
 * ENV-VAL-9). Values that differ as Java sees them differ in bytes: 1.50 is not 1.5 here.
 */
public final class ValueCodec {
    private static final int DAY = Long.BYTES;
    private static final int TIME = Long.BYTES + Integer.BYTES;

    private ValueCodec() {}

    /**
     * Brings a value into the Java type of its logical type, if that is possible without loss.
     *
     * @param type the type of the field
     * @param value a value as JDBC programs give it
     * @return a value of {@link FieldType#javaType()}
     * @throws ValueException when it cannot be held exactly; the value is not named
     */
    public static Object coerce(FieldType type, Object value) {
        try {
            return Coercions.to(type, value).orElseThrow(() -> new ValueException(type, value.getClass()));
        } catch (ArithmeticException | DateTimeException | NumberFormatException inexact) {
            throw new ValueException(type, value.getClass()); // the cause would quote the value
        }
    }

    /**
     * Returns the bytes that are sealed for a value.
     *
     * @param type the type of the field
     * @param value a value that {@link #coerce} takes
     * @return the encoding
     * @throws ValueException when it cannot be held exactly; the value is not named
     */
    public static byte[] encode(FieldType type, Object value) {
        Object exact = coerce(type, value);
        return switch (type) {
            case TEXT ->
                StrictUtf8.encode((String) exact).orElseThrow(() -> new ValueException(type, value.getClass()));
            case INTEGER ->
                ByteBuffer.allocate(Long.BYTES).putLong((Long) exact).array();
            case DECIMAL -> decimal((BigDecimal) exact);
            case DATE ->
                ByteBuffer.allocate(DAY)
                        .putLong(((LocalDate) exact).toEpochDay())
                        .array();
            case TIMESTAMP -> timestamp((LocalDateTime) exact);
            case BOOLEAN -> new byte[] {(byte) ((Boolean) exact ? 1 : 0)};
            case BYTES -> (byte[]) exact;
        };
    }

    /**
     * Returns the value that bytes stand for.
     *
     * @param type the type of the field
     * @param bytes the bytes
     * @return empty when no value of this type has these bytes
     */
    public static Optional<Object> decode(FieldType type, byte[] bytes) {
        try {
            return switch (type) {
                case TEXT -> StrictUtf8.decode(bytes).map(text -> text);
                case INTEGER -> sized(bytes, Long.BYTES).map(ByteBuffer::getLong);
                case DECIMAL -> decimal(bytes);
                case DATE -> sized(bytes, DAY).map(buffer -> LocalDate.ofEpochDay(buffer.getLong()));
                case TIMESTAMP ->
                    sized(bytes, TIME)
                            .map(buffer ->
                                    LocalDateTime.ofEpochSecond(buffer.getLong(), buffer.getInt(), ZoneOffset.UTC));
                case BOOLEAN ->
                    sized(bytes, 1)
                            .map(ByteBuffer::get)
                            .filter(bit -> bit >> 1 == 0)
                            .map(bit -> bit == 1);
                case BYTES -> Optional.of(bytes);
            };
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    private static byte[] decimal(BigDecimal value) {
        byte[] unscaled = value.unscaledValue().toByteArray();
        return ByteBuffer.allocate(Integer.BYTES + unscaled.length)
                .putInt(value.scale())
                .put(unscaled)
                .array();
    }

    private static Optional<Object> decimal(byte[] bytes) {
        if (bytes.length <= Integer.BYTES) {
            return Optional.empty();
        }
        int digits = bytes.length - Integer.BYTES;
        BigDecimal value = new BigDecimal(
                new BigInteger(bytes, Integer.BYTES, digits),
                ByteBuffer.wrap(bytes).getInt());
        boolean shortest = value.unscaledValue().bitLength() / Byte.SIZE + 1 == digits;
        return shortest ? Optional.of(value) : Optional.empty();
    }

    private static byte[] timestamp(LocalDateTime value) {
        return ByteBuffer.allocate(TIME)
                .putLong(value.toEpochSecond(ZoneOffset.UTC))
                .putInt(value.get(ChronoField.NANO_OF_SECOND))
                .array();
    }

    private static Optional<ByteBuffer> sized(byte[] bytes, int size) {
        return bytes.length == size ? Optional.of(ByteBuffer.wrap(bytes)) : Optional.empty();
    }
}
