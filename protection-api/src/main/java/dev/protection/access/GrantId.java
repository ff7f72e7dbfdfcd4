package dev.protection.access;

import java.util.Objects;

/**
 * Names a grant within a policy.
 *
 * @param role the name of the role
 * @param position its place among the role's grants, from 0
 */
public record GrantId(String role, int position) {
    /**
     * Checks the parts.
     *
     * @param role the name of the role
     * @param position not negative
     */
    public GrantId {
        Objects.requireNonNull(role, "role");
        if (position < 0) {
            throw new IllegalArgumentException("positions count from 0");
        }
    }

    @Override
    public String toString() {
        return "roles." + role + "[" + position + "]";
    }
}
