package dev.protection;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Who acts: a user or a service.
 *
 * @param id stable within the host application; it is recorded, so prefer an account number to a name
 * @param roles names of roles the policy knows
 * @param tenants the tenants the actor is assigned to
 * @param attributes facts that conditions may look at, such as {@code location} or {@code session}
 */
public record Actor(String id, Set<String> roles, Set<TenantId> tenants, Map<String, String> attributes) {
    /**
     * Copies the parts.
     *
     * @param id not blank
     * @param roles names of roles
     * @param tenants assigned tenants
     * @param attributes facts for conditions
     */
    public Actor {
        Objects.requireNonNull(id, "id");
        if (id.isBlank()) {
            throw new IllegalArgumentException("an actor has an id");
        }
        roles = Set.copyOf(roles);
        tenants = Set.copyOf(tenants);
        attributes = Map.copyOf(attributes);
    }

    /**
     * Returns an actor of one role in one tenant.
     *
     * @param id stable within the host application
     * @param role the name of a role
     * @param tenant the tenant the actor is assigned to
     * @return the actor, without attributes
     */
    public static Actor of(String id, String role, String tenant) {
        return new Actor(id, Set.of(role), Set.of(TenantId.of(tenant)), Map.of());
    }
}
