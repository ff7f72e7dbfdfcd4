package dev.protection.jdbc.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by the types the stores use; columns count from 1. */
final class SqlRow {
    private final ResultSet rows;

    SqlRow(ResultSet rows) {
        this.rows = rows;
    }

    /** As the driver gives it; null for NULL. */
    @Nullable
    Object object(int column) throws SQLException {
        return rows.getObject(column);
    }

    Optional<BigDecimal> decimal(int column) throws SQLException {
        return Optional.ofNullable(rows.getBigDecimal(column));
    }

    <T> Optional<T> optional(int column, Class<T> type) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, type));
    }

    String text(int column) throws SQLException {
        return Objects.requireNonNull(rows.getString(column));
    }

    Optional<String> optionalText(int column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    long number(int column) throws SQLException {
        return rows.getLong(column);
    }

    boolean flag(int column) throws SQLException {
        return rows.getBoolean(column);
    }

    byte[] bytes(int column) throws SQLException {
        return Objects.requireNonNull(rows.getBytes(column));
    }

    Optional<byte[]> optionalBytes(int column) throws SQLException {
        return Optional.ofNullable(rows.getBytes(column));
    }

    UUID uuid(int column) throws SQLException {
        return SqlValues.uuid(bytes(column));
    }

    Instant instant(int column) throws SQLException {
        return optionalInstant(column).orElseThrow();
    }

    Optional<Instant> optionalInstant(int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }
}
