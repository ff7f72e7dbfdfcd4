package dev.protection;

import java.util.Objects;

/**
 * Whose data it is: a controller, client, brand or location. Tenants form a tree.
 *
 * @param value not blank, at most 200 characters
 */
public record TenantId(String value) implements Comparable<TenantId> {
    private static final int LONGEST = 200;

    /**
     * Checks the value.
     *
     * @param value not blank, at most 200 characters
     * @throws IllegalArgumentException when it is blank or too long
     */
    public TenantId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a tenant id has 1 to " + LONGEST + " characters, not all of them blank");
        }
    }

    /**
     * Returns a tenant id.
     *
     * @param value not blank, at most 200 characters
     * @return the id
     */
    public static TenantId of(String value) {
        return new TenantId(value);
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
