package dev.protection.encryption;

import dev.protection.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The record of a key that belongs to no person: a tenant's key, an index key, a log's signing key.
 *
 * @param name what it is for; unique together with the tenant
 * @param tenant whose key it is; empty for one of the whole installation
 * @param wrapped the key under its parent
 * @param createdAt when it was made
 */
public record NamedKey(String name, Optional<TenantId> tenant, WrappedKey wrapped, Instant createdAt) {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 400;

    /**
     * Checks the parts.
     *
     * @param name not blank, at most 400 characters
     * @param tenant whose key it is
     * @param wrapped the key
     * @param createdAt when it was made
     * @throws IllegalArgumentException when the name is blank or too long
     */
    public NamedKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(wrapped, "wrapped");
        Objects.requireNonNull(createdAt, "createdAt");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("the name of a key has 1 to " + LONGEST_NAME + " characters");
        }
    }
}
