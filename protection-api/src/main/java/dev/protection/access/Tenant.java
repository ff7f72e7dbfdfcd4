package dev.protection.access;

import dev.protection.TenantId;
import java.util.Objects;
import java.util.Optional;

/**
 * One node of the tenant tree.
 *
 * @param id whose data it is
 * @param parent the tenant above; empty for a root
 * @param controller whether it is a controller of its own (Art. 4(7) GDPR)
 */
public record Tenant(TenantId id, Optional<TenantId> parent, boolean controller) {
    /**
     * Checks the parts.
     *
     * @param id whose data it is
     * @param parent the tenant above
     * @param controller whether it is a controller
     */
    public Tenant {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(parent, "parent");
    }

    /**
     * Returns a tenant at the top of a tree.
     *
     * @param id whose data it is
     * @return a controller of its own
     */
    public static Tenant root(String id) {
        return new Tenant(TenantId.of(id), Optional.empty(), true);
    }

    /**
     * Returns a tenant below another.
     *
     * @param id whose data it is
     * @param parent the tenant above
     * @return not a controller of its own
     */
    public static Tenant under(String id, String parent) {
        return new Tenant(TenantId.of(id), Optional.of(TenantId.of(parent)), false);
    }

    /**
     * Returns this tenant as a controller of its own.
     *
     * @return a copy
     */
    public Tenant asController() {
        return new Tenant(id, parent, true);
    }
}
