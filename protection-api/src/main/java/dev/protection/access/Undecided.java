package dev.protection.access;

import java.util.Objects;

/**
 * Neither yes nor no: the question names something that the policy in force does not know. The work does not go on.
 *
 * @param facts what was not known
 */
public record Undecided(Facts facts) implements Decision {
    /**
     * Checks the part.
     *
     * @param facts the facts
     */
    public Undecided {
        Objects.requireNonNull(facts, "facts");
    }
}
