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
    private final boolean text;
    private final Source source;
    private final Replay replay;
    private boolean read;
    private @Nullable Object value;

    private Binding(boolean stream, boolean text, Source source, Replay replay) {
        this.stream = stream;
        this.text = text;
        this.source = source;
        this.replay = replay;
    }

    /** A value at hand. */
    static Binding of(@Nullable Object value, Setter setter) {
        return of(value, value == null || value instanceof String, setter);
    }

    /** A value at hand that goes out as another type, perhaps. */
    static Binding of(@Nullable Object value, boolean text, Setter setter) {
        return new Binding(false, text, () -> value, (statement, index, same) -> setter.set(statement, index));
    }

    /** A value that is read when needed, once. */
    static Binding ofStream(Source source, Replay replay) {
        return new Binding(true, false, source, replay);
    }

    /** A value that only the database understands; it cannot be the value of a sealed field. */
    static Binding opaque(Class<?> type, @Nullable Object value, Setter setter) {
        return new Binding(
                false,
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

    /** Whether the database gets it as text, or as NULL. */
    boolean text() {
        return text;
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
