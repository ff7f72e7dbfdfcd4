package dev.protection.access;

import java.util.Objects;

/**
 * A single step that would turn a refusal or a mask into a plain permit.
 *
 * @param kind which step
 * @param value the role, purpose, tenant or category it concerns
 */
public record Change(Kind kind, String value) {
    /**
     * Checks the parts.
     *
     * @param kind which step
     * @param value what it concerns
     */
    public Change {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return kind.words + " '" + value + "'";
    }

    /** The steps. */
    public enum Kind {
        /** The actor has one more role. */
        ROLE("the role"),
        /** The work is done for another purpose. */
        PURPOSE("the purpose"),
        /** The actor is assigned to one more tenant. */
        ASSIGNMENT("assigning the actor to the tenant"),
        /** The work is done for another tenant. */
        CONTEXT_TENANT("working for the tenant"),
        /** The actor brings one more fact, {@link Conditions#STRONG_AUTHENTICATION}. */
        ATTRIBUTE("the attribute");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }
}
