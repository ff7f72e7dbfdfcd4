package dev.protection.jdbc.store;

import dev.protection.jdbc.sql.Dialect;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How Java values stand in the stores: instants in columns without a zone, always UTC, to the microsecond, so that no
 * session's zone matters; UUIDs as 16 bytes.
 */
final class SqlValues {
    private static final int UUID_BYTES = 16;

    private SqlValues() {}

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        bindFrom(statement, 1, values);
    }

    /** Binds values from a parameter on. */
    static void bindFrom(PreparedStatement statement, int first, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> optional ? optional.orElse(null) : values[i];
            bindOne(statement, first + i, value);
        }
    }

    private static void bindOne(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.NULL);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(at, bytes);
        } else if (value instanceof Instant instant) {
            statement.setObject(at, stored(instant));
        } else if (value instanceof UUID uuid) {
            statement.setBytes(at, bytes(uuid));
        } else if (value instanceof Untyped untyped) {
            bindUntyped(statement, at, untyped.text());
        } else {
            statement.setObject(at, value);
        }
    }

    /** A text that the database turns into the type of the column it meets. */
    record Untyped(String text) {
        @Override
        public String toString() {
            return "Untyped";
        }
    }

    /** PostgreSQL alone compares nothing but text with text, unless the type is left open. */
    private static void bindUntyped(PreparedStatement statement, int at, String text) throws SQLException {
        String product = statement.getConnection().getMetaData().getDatabaseProductName();
        if (Dialect.of(product).equals(Optional.of(Dialect.POSTGRESQL))) {
            statement.setObject(at, text, Types.OTHER);
        } else {
            statement.setString(at, text);
        }
    }

    static LocalDateTime stored(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
