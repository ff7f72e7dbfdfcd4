package dev.protection.access;

import java.util.Objects;

/**
 * No: nothing grants the action.
 *
 * @param facts which rule refused and what would change it
 */
public record Deny(Facts facts) implements Decision {
    /**
     * Checks the part.
     *
     * @param facts the facts
     */
    public Deny {
        Objects.requireNonNull(facts, "facts");
    }
}
