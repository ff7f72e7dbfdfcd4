package dev.protection.rights;

import java.util.Objects;

/**
 * Where a source goes on: its own text, kept with the request.
 *
 * @param value any text the source can read again, also after a restart and on another node; empty for the start
 */
public record Cursor(String value) {
    /** Before the first record. */
    public static final Cursor START = new Cursor("");

    /**
     * Checks the value.
     *
     * @param value the text
     */
    public Cursor {
        Objects.requireNonNull(value, "value");
    }

    /** Leaves the value out: it may be the key of a person's record. */
    @Override
    public String toString() {
        return value.isEmpty() ? "Cursor.START" : "Cursor";
    }
}
