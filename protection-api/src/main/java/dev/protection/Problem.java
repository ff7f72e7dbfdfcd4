package dev.protection;

import java.util.Objects;

/**
 * One thing wrong with a declaration.
 *
 * @param place where: file and line, or the path of the declaration such as {@code datasets.invoice.fields.name}
 * @param message what is wrong and what would be right
 */
public record Problem(String place, String message) {
    /**
     * Checks the parts.
     *
     * @param place where
     * @param message what
     */
    public Problem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
