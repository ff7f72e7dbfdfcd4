package dev.protection.jdbc.store;

import dev.protection.FieldType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What stands in a row for a declared field. */
record FieldValue(DatasetTable.FieldColumn place, Optional<Object> stored, boolean hasTerm) {
    private static final byte FORMAT = (byte) 0xE7;
    private static final int KEY_ID_END = 9;

    static FieldValue read(SqlRow row, int column, int term, DatasetTable.FieldColumn place) throws SQLException {
        Optional<Object> stored = place.field().encrypt()
                ? row.optionalBytes(column).map(Object.class::cast)
                : plain(row, column, place.field().type(), place.column());
        return new FieldValue(place, stored, row.flag(term));
    }

    private static Optional<Object> plain(SqlRow row, int column, FieldType type, PhysicalTable.Column place)
            throws SQLException {
        return switch (type) {
            case TEXT -> row.optionalText(column).map(Object.class::cast);
            case INTEGER -> row.decimal(column).map(BigDecimal::longValue);
            case DECIMAL -> row.decimal(column).map(Object.class::cast);
            case BOOLEAN -> row.optionalText(column).isEmpty() ? Optional.empty() : Optional.of(row.flag(column));
            case BYTES -> row.optionalBytes(column).map(Object.class::cast);
            case DATE -> row.optional(column, LocalDate.class).map(Object.class::cast);
            case TIMESTAMP -> local(row, column, place).map(Object.class::cast);
        };
    }

    /** Local time; that of UTC where the column has a zone. */
    static Optional<LocalDateTime> local(SqlRow row, int column, PhysicalTable.Column place) throws SQLException {
        if (place.type().equals("date")) {
            return row.optional(column, LocalDate.class).map(LocalDate::atStartOfDay);
        }
        return place.type().endsWith("with time zone")
                ? row.optional(column, OffsetDateTime.class)
                        .map(at -> LocalDateTime.ofInstant(at.toInstant(), ZoneOffset.UTC))
                : row.optional(column, LocalDateTime.class);
    }

    /** What compares with a column of times. */
    static Object comparable(Instant instant, PhysicalTable.Column place) {
        LocalDateTime local = SqlValues.stored(instant);
        if (place.type().equals("date")) {
            return local.toLocalDate();
        }
        return place.type().endsWith("with time zone") ? local.atOffset(ZoneOffset.UTC) : local;
    }

    /** The id of the key that sealed the cell. */
    Optional<Long> keyId() {
        boolean cell = place.field().encrypt()
                && stored.isPresent()
                && ((byte[]) stored.get()).length > KEY_ID_END
                && ((byte[]) stored.get())[0] == FORMAT;
        return cell ? Optional.of(ByteBuffer.wrap((byte[]) stored.get()).getLong(1)) : Optional.empty();
    }

    /** Whether something is there in clear: a plain value, or a term by which values can be compared. */
    boolean readable() {
        boolean value = !place.field().encrypt() && stored.isPresent() && !isCleared();
        return value || hasTerm;
    }

    /** A column that takes no NULL was cleared to the neutral value of its type. */
    private boolean isCleared() {
        return !place.column().nullable()
                && stored.filter(value -> isNeutral(value, place.field().type()))
                        .isPresent();
    }

    private static boolean isNeutral(Object value, FieldType type) {
        Object neutral = neutral(type);
        return neutral instanceof byte[]
                ? ((byte[]) value).length == 0
                : neutral instanceof BigDecimal ? ((BigDecimal) value).signum() == 0 : neutral.equals(value);
    }

    /** What stands for nothing where NULL is not allowed. */
    static Object neutral(FieldType type) {
        return switch (type) {
            case TEXT -> "";
            case INTEGER -> 0L;
            case DECIMAL -> BigDecimal.ZERO;
            case DATE -> LocalDate.EPOCH;
            case TIMESTAMP -> LocalDate.EPOCH.atStartOfDay();
            case BOOLEAN -> false;
            case BYTES -> new byte[0];
        };
    }

    @Override
    public String toString() {
        return "FieldValue " + place.field().name();
    }
}
