package dev.protection.jdbc.proxy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One parameter as the application set it: the call to repeat on a physical statement, and the value behind it for a
 * field that is sealed first. A stream is read once, when first needed, and held until the parameter is set anew.
 */
final class Binding {
    private final boolean stream;
    private final Source source;
    private final Replay replay;
    private boolean read;
    private @Nullable Object value;

    private Binding(boolean stream, Source source, Replay replay) {
        this.stream = stream;
        this.source = source;
        this.replay = replay;
    }

    /** A value at hand. */
    static Binding of(@Nullable Object value, Setter setter) {
        return new Binding(false, () -> value, (statement, index, same) -> setter.set(statement, index));
    }

    /** A value that is read when needed, once. */
    static Binding ofStream(Source source, Replay replay) {
        return new Binding(true, source, replay);
    }

    /** A value that only the database understands; it cannot be the value of a sealed field. */
    static Binding opaque(Class<?> type, @Nullable Object value, Setter setter) {
        return new Binding(
                false,
                () -> {
                    if (value == null) {
                        return null;
                    }
                    throw SqlErrors.of(JdbcRefusal.value(
                            "a parameter of type " + type.getSimpleName(), "a protected field cannot take it."));
                },
                (statement, index, same) -> setter.set(statement, index));
    }

    /**
     * The value as the application gave it, not yet converted.
     *
     * @return null for SQL NULL
     */
    @Nullable
    Object value() throws SQLException {
        if (!read) {
            value = source.read();
            read = true;
        }
        return value;
    }

    /** Reads a stream now. */
    void settle() throws SQLException {
        if (stream) {
            value();
        }
    }

    /** Repeats the application's call. */
    void replay(PreparedStatement statement, int index) throws SQLException {
        replay.set(statement, index, this);
    }

    /** A call of a setter. */
    interface Setter {
        void set(PreparedStatement statement, int index) throws SQLException;
    }

    /** A call of a setter that takes the value from the binding. */
    interface Replay {
        void set(PreparedStatement statement, int index, Binding value) throws SQLException;
    }

    /** Where a value comes from. */
    interface Source {
        @Nullable
        Object read() throws SQLException;
    }
}
