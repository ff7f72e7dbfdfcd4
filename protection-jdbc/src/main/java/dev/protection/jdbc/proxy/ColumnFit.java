package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.ColumnType.Kind;
import dev.protection.jdbc.sql.Dialect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What a product does with a value that does not fit a column: rounds it, cuts blanks off its end, or refuses it with
 * its own SQL state. Errors name types, never values.
 */
final class ColumnFit {
    private static final String TOO_LONG = "22001";
    private static final String OUT_OF_RANGE = "22003";
    private static final int TOO_LONG_CODE = 1406;
    private static final int OUT_OF_RANGE_CODE = 1264;
    private static final int LAST_YEAR = 9999;

    private final Dialect dialect;

    ColumnFit(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The value as the column keeps it. */
    Object fit(Object value, ColumnType type) throws SQLException {
        return switch (type.field()) {
            case TEXT -> listed((String) value, type);
            case INTEGER -> whole((Long) value, type);
            case DECIMAL -> decimal((BigDecimal) value, type);
            case DATE -> day((LocalDate) value, type);
            case TIMESTAMP -> time((LocalDateTime) value, type);
            case BOOLEAN -> value;
            case BYTES -> bytes((byte[]) value, type);
        };
    }

    /** A list is looked at after the length, which the type decides; one that is the type itself has none. */
    private String listed(String text, ColumnType type) throws SQLException {
        if (type.listed().isEmpty()) {
            return text(text, type);
        }
        String fitted = type.kind() == Kind.ENUM ? text : text(text, type);
        ListedFit.require(fitted, type, dialect);
        return fitted;
    }

    private String text(String text, ColumnType type) throws SQLDataException {
        if (dialect == Dialect.POSTGRESQL && text.indexOf('\0') >= 0) {
            throw new SQLDataException("text of PostgreSQL has no character 0: leave it out", "22021");
        }
        if (!type.limited()) {
            return inBytes(text, type);
        }
        if (length(text) <= type.length()) {
            return text;
        }
        String cut = dialect == Dialect.H2 ? text : withoutBlanks(text, end(text, type.length()));
        if (length(cut) > type.length()) {
            throw tooLong(type);
        }
        return cut;
    }

    /** MariaDB's large texts have a limit in bytes. */
    private String inBytes(String text, ColumnType type) throws SQLDataException {
        int most = type.kind().capacity();
        if (dialect != Dialect.MARIADB || most == ColumnType.UNLIMITED || text.length() <= most / 4) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int blanks = 0;
        while (bytes.length - blanks > most && bytes[bytes.length - 1 - blanks] == ' ') {
            blanks++;
        }
        if (bytes.length - blanks > most) {
            throw tooLong(type);
        }
        return text.substring(0, text.length() - blanks);
    }

    /** H2 counts UTF-16 units, the others characters. */
    private int length(String text) {
        return dialect == Dialect.H2 ? text.length() : text.codePointCount(0, text.length());
    }

    private static int end(String text, int characters) {
        return text.offsetByCodePoints(0, characters);
    }

    private static String withoutBlanks(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                return text;
            }
        }
        return text.substring(0, from);
    }

    private Long whole(Long number, ColumnType type) throws SQLDataException {
        int unused = Long.SIZE - type.kind().capacity();
        if (number << unused >> unused != number) {
            throw outOfRange(type, "22004");
        }
        return number;
    }

    /** The scale becomes the column's own; PostgreSQL writes no number with a power of ten. */
    private BigDecimal decimal(BigDecimal number, ColumnType type) throws SQLDataException {
        if (!type.limited()) {
            return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
        }
        int digits = type.length() - type.scale();
        if (number.signum() != 0 && (long) number.precision() - number.scale() > digits) {
            throw outOfRange(type, TOO_LONG);
        }
        BigDecimal rounded = number.setScale(type.scale(), RoundingMode.HALF_UP);
        if (rounded.signum() != 0 && rounded.precision() - rounded.scale() > digits) {
            throw outOfRange(type, TOO_LONG);
        }
        return rounded;
    }

    private LocalDate day(LocalDate day, ColumnType type) throws SQLDataException {
        requireYear(day.getYear(), type);
        return day;
    }

    private LocalDateTime time(LocalDateTime time, ColumnType type) throws SQLDataException {
        requireYear(time.getYear(), type);
        return time;
    }

    private void requireYear(int year, ColumnType type) throws SQLDataException {
        if (dialect == Dialect.MARIADB && (year < 1 || year > LAST_YEAR)) {
            throw refused("lies outside of what", type, "22007", 1292);
        }
    }

    private byte[] bytes(byte[] bytes, ColumnType type) throws SQLDataException {
        boolean large = dialect == Dialect.MARIADB && type.kind() != Kind.VARBINARY;
        int most = large ? type.kind().capacity() : type.length();
        if (most != ColumnType.UNLIMITED && bytes.length > most) {
            throw tooLong(type);
        }
        return bytes;
    }

    private SQLDataException tooLong(ColumnType type) {
        return refused("is longer than", type, TOO_LONG, TOO_LONG_CODE);
    }

    /** H2 has a state of its own for each type. */
    private SQLDataException outOfRange(ColumnType type, String h2) {
        return refused("lies outside of what", type, dialect == Dialect.H2 ? h2 : OUT_OF_RANGE, OUT_OF_RANGE_CODE);
    }

    private UnfitValue refused(String how, ColumnType type, String state, int mariaDb) {
        int code = dialect == Dialect.MARIADB ? mariaDb : dialect == Dialect.H2 ? Integer.parseInt(state) : 0;
        JdbcRefusal refusal = JdbcRefusal.unfit(how, type);
        return new UnfitValue(refusal, state, code);
    }

    /** A value that does not fit the type that is known of its column. */
    static final class UnfitValue extends SQLDataException {
        private static final long serialVersionUID = 1L;

        UnfitValue(JdbcRefusal refusal, String state, int code) {
            super(refusal.getMessage(), state, code, refusal);
        }
    }
}
