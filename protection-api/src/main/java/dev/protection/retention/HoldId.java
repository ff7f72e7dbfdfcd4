package dev.protection.retention;

import java.util.Objects;
import java.util.UUID;

/**
 * The name of a legal hold.
 *
 * @param value random
 */
public record HoldId(UUID value) implements Comparable<HoldId> {
    /**
     * Checks the value.
     *
     * @param value random
     */
    public HoldId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public int compareTo(HoldId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
