package dev.protection.rights;

import java.util.Objects;
import java.util.UUID;

/**
 * The name of a request or of a retention run. It says nothing about the person.
 *
 * @param value random
 */
public record RequestId(UUID value) {
    /**
     * Checks the value.
     *
     * @param value random
     */
    public RequestId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads an id from its text.
     *
     * @param text what {@link #toString()} gave
     * @return the id
     * @throws IllegalArgumentException when it is not such a text
     */
    public static RequestId parse(String text) {
        return new RequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
