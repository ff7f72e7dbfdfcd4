package dev.protection.core.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.FieldType;
import dev.protection.encryption.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoercionsTest {
    private static final LocalDate DAY = LocalDate.of(1984, 2, 29);
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 3, 1, 10, 15, 30, 123_456_789);

    @Test
    void textTakesWhatHasOneText() {
        UUID id = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(List.of(
                        text(java.nio.CharBuffer.wrap("a")),
                        text('a'),
                        text(new char[] {'a'}),
                        text(42),
                        text(42L),
                        text(new BigDecimal("1E+3")),
                        text(1.5),
                        text(id)))
                .containsExactly("a", "a", "a", "42", "42", "1000", "1.5", id.toString());
    }

    @Test
    void wholeNumbersTakeEveryNumberThatIsWhole() {
        for (Object given : List.of(
                42,
                42L,
                (short) 42,
                (byte) 42,
                BigInteger.valueOf(42),
                new BigDecimal("42.00"),
                42.0,
                42.0f,
                " 42 ",
                "4.2E1")) {
            assertThat(ValueCodec.coerce(FieldType.INTEGER, given)).isEqualTo(42L);
        }
        assertThat(ValueCodec.coerce(FieldType.INTEGER, true)).isEqualTo(1L);
        refuses(FieldType.INTEGER, 42.5, "42.5", "", "0x2a", new BigDecimal("1E+30"), Double.NaN, DAY, new byte[8]);
    }

    @Test
    void decimalsKeepTheirScale() {
        assertThat(ValueCodec.coerce(FieldType.DECIMAL, "1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(ValueCodec.coerce(FieldType.DECIMAL, 0.1)).isEqualTo(new BigDecimal("0.1"));
        assertThat(ValueCodec.coerce(FieldType.DECIMAL, 0.1f)).isEqualTo(new BigDecimal("0.1"));
        assertThat(ValueCodec.coerce(FieldType.DECIMAL, 7)).isEqualTo(new BigDecimal("7"));
        refuses(FieldType.DECIMAL, Double.POSITIVE_INFINITY, Float.NaN, "1,5", true, DAY);
    }

    @Test
    void daysTakeTimesOnlyAtMidnight() {
        for (Object given : List.of(
                DAY,
                Date.valueOf(DAY),
                Timestamp.valueOf(DAY.atStartOfDay()),
                DAY.atStartOfDay(),
                "1984-02-29",
                "1984-02-29 00:00:00")) {
            assertThat(ValueCodec.coerce(FieldType.DATE, given)).isEqualTo(DAY);
        }
        refuses(FieldType.DATE, TIME, Timestamp.valueOf(TIME), "1984-02-30", "29.2.1984", 5172L);
    }

    @Test
    void timesKeepEveryNanosecondAndInstantsAreInUtc() {
        Instant instant = TIME.toInstant(java.time.ZoneOffset.UTC);
        for (Object given : List.of(
                TIME,
                Timestamp.valueOf(TIME),
                instant,
                OffsetDateTime.parse("2026-03-01T12:15:30.123456789+02:00"),
                OffsetDateTime.parse("2026-03-01T12:15:30.123456789+02:00").toZonedDateTime(),
                "2026-03-01 10:15:30.123456789",
                "2026-03-01T10:15:30.123456789")) {
            assertThat(ValueCodec.coerce(FieldType.TIMESTAMP, given)).isEqualTo(TIME);
        }
        assertThat(ValueCodec.coerce(FieldType.TIMESTAMP, Date.valueOf(DAY))).isEqualTo(DAY.atStartOfDay());
        refuses(FieldType.TIMESTAMP, Time.valueOf("10:15:30"), LocalTime.NOON, "10:15", 5L, true, "2026-03-01T25:00");
    }

    @Test
    void truthIsTrueOrFalseOrOneOrZero() {
        for (Object given : List.of(true, 1, 1L, "true", "TRUE", "t", "1", new BigDecimal("1.0"))) {
            assertThat(ValueCodec.coerce(FieldType.BOOLEAN, given)).isEqualTo(true);
        }
        for (Object given : List.of(false, 0, "false", "F", "0")) {
            assertThat(ValueCodec.coerce(FieldType.BOOLEAN, given)).isEqualTo(false);
        }
        refuses(FieldType.BOOLEAN, 2, -1, "yes", "", 0.5, DAY);
    }

    @Test
    void bytesAreCopied() {
        byte[] given = {1, 2};
        Object taken = ValueCodec.coerce(FieldType.BYTES, given);
        given[0] = 9;
        assertThat(taken).isEqualTo(new byte[] {1, 2});
        assertThat(ValueCodec.coerce(FieldType.BYTES, ByteBuffer.wrap(new byte[] {0, 1, 2}, 1, 2)))
                .isEqualTo(new byte[] {1, 2});
        refuses(FieldType.BYTES, "0102", 1, true);
    }

    @Test
    void aHugeNumberDoesNotBecomeAHugeText() {
        refuses(
                FieldType.TEXT,
                new BigDecimal("1E+1000000000"),
                new BigDecimal("1E-1000000000"),
                DAY,
                true,
                new byte[1]);
    }

    private static Object text(Object given) {
        return ValueCodec.coerce(FieldType.TEXT, given);
    }

    private static void refuses(FieldType type, Object... values) {
        for (Object value : values) {
            assertThatThrownBy(() -> ValueCodec.coerce(type, value))
                    .as(type + " " + value)
                    .isInstanceOf(ValueException.class)
                    .hasNoCause();
        }
    }
}
