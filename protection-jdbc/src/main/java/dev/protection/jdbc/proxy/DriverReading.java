package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType.Kind;
import dev.protection.jdbc.sql.Dialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.SQLDataException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** How a product and its driver read a plain column as text, whole number or boolean, where they differ. */
enum DriverReading {
    /** Rounds a number whose fraction is not asked for. */
    H2 {
        @Override
        boolean word(String folded) {
            return H2_WORDS.contains(folded);
        }

        @Override
        boolean toBoolean(Object value) throws SQLDataException {
            boolean number = value instanceof String text && !word(folded(text));
            return number ? toDecimal(value).signum() != 0 : super.toBoolean(value);
        }

        @Override
        RoundingMode rounding() {
            return RoundingMode.HALF_UP;
        }
    },
    /** Keeps booleans and numbers apart. */
    POSTGRESQL {
        @Override
        boolean word(String folded) {
            return POSTGRESQL_WORDS.contains(folded);
        }

        @Override
        String toText(Object value) throws SQLDataException {
            if (value instanceof Boolean flag) {
                return flag ? "t" : "f";
            }
            return value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : super.toText(value);
        }

        @Override
        BigDecimal toDecimal(Object value) throws SQLDataException {
            if (value instanceof Boolean) {
                throw Conversions.cannot(value, "a number");
            }
            return super.toDecimal(value);
        }

        @Override
        boolean toBoolean(Object value) throws SQLDataException {
            boolean written = value instanceof String || value instanceof Number;
            if (written && !word(folded(toText(value)))) {
                throw Conversions.cannot(value, "a boolean");
            }
            return super.toBoolean(value);
        }
    },
    /** Its booleans are numbers, its timestamps are written with all their digits. */
    MARIADB {
        @Override
        boolean word(String folded) {
            return folded.equals("0");
        }

        @Override
        String toText(Object value) throws SQLDataException {
            if (value instanceof Boolean flag) {
                return flag ? "1" : "0";
            }
            return value instanceof LocalDateTime time ? Texts.microseconds(time) : super.toText(value);
        }

        @Override
        BigDecimal toDecimal(Object value) throws SQLDataException {
            if (value instanceof String text && !text.equals(text.trim())) {
                throw Conversions.cannot(value, "a number");
            }
            return super.toDecimal(value);
        }

        @Override
        boolean toBoolean(Object value) throws SQLDataException {
            if (value instanceof String text) {
                return !word(folded(text));
            }
            return value instanceof Number ? toDecimal(value).toBigInteger().signum() != 0 : super.toBoolean(value);
        }
    };

    private static final Set<String> H2_WORDS = Set.of("true", "t", "yes", "y", "false", "f", "no", "n");
    private static final Set<String> POSTGRESQL_WORDS =
            Set.of("true", "t", "yes", "y", "on", "1", "false", "f", "no", "n", "off", "0");

    static DriverReading of(Dialect dialect) {
        return valueOf(dialect.name());
    }

    /** Whether text is one of the words that mean a boolean: in MariaDB, the one for false. */
    abstract boolean word(String folded);

    final boolean isFlag(String text) {
        return word(folded(text));
    }

    private static String folded(String text) {
        return text.trim().toLowerCase(Locale.ROOT);
    }

    RoundingMode rounding() {
        return RoundingMode.DOWN;
    }

    /** As {@code getString} writes it. */
    String toText(Object value) throws SQLDataException {
        return Conversions.toText(value);
    }

    /** Whether {@code getObject} gives a large object: MariaDB's driver says so and gives bytes. */
    final boolean large(Kind kind) {
        return this == H2 && (kind == Kind.CLOB || kind == Kind.BLOB);
    }

    /** A whole number as {@code getObject} gives it; what stands for an erased one may be larger. */
    final Object object(Long number, Kind kind) {
        if (kind.capacity() == Long.SIZE || number.intValue() != number) {
            return number;
        }
        boolean small = this == MARIADB && kind == Kind.SMALLINT && number.shortValue() == number;
        return small ? (Object) number.shortValue() : (Object) number.intValue();
    }

    /** As {@code getBoolean} reads it. */
    boolean toBoolean(Object value) throws SQLDataException {
        return Conversions.toBoolean(value);
    }

    /** As {@code getBigDecimal} reads it. */
    BigDecimal toDecimal(Object value) throws SQLDataException {
        return Conversions.toDecimal(value);
    }

    /** A whole number within limits, as {@code getByte}, {@code getShort}, {@code getInt}, {@code getLong} need it. */
    long toWhole(Object value, long least, long most) throws SQLDataException {
        BigDecimal number = toDecimal(value);
        BigInteger whole = value instanceof String
                ? Conversions.toInteger(value)
                : number.setScale(0, rounding()).toBigInteger();
        return Conversions.within(whole, least, most);
    }
}
