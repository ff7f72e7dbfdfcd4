package dev.protection.access;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One policy taking the place of another.
 *
 * @param before the policy that was in force
 * @param after the policy that is in force now; may be equal to the one before
 */
public record PolicyChange(Policy before, Policy after) {
    /**
     * Checks the parts.
     *
     * @param before the policy before
     * @param after the policy after
     */
    public PolicyChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /**
     * Returns the difference as pairs, for the record of the change.
     *
     * @return {@code before} and {@code after}, the hashes, and {@code roles}, the names of the roles that differ
     */
    public Map<String, String> asData() {
        Map<String, String> data = new TreeMap<>();
        data.put("before", before.hash());
        data.put("after", after.hash());
        data.put("roles", differing());
        return data;
    }

    private String differing() {
        TreeSet<String> roles = new TreeSet<>(before.roles().keySet());
        roles.addAll(after.roles().keySet());
        return roles.stream()
                .filter(role ->
                        !Objects.equals(before.roles().get(role), after.roles().get(role)))
                .collect(Collectors.joining(", "));
    }
}
