package dev.protection.core.config;

import dev.protection.TenantId;
import java.util.List;
import java.util.Optional;

/** Where the tree of tenants stands. */
public sealed interface TenantsDeclaration {
    /**
     * The file itself lists the tenants.
     *
     * @param tenants all of them; each parent is among them, and there is no cycle
     */
    record Listed(List<Tenant> tenants) implements TenantsDeclaration {
        /**
         * Copies the list.
         *
         * @param tenants all of them
         */
        public Listed {
            tenants = List.copyOf(tenants);
        }
    }

    /**
     * One tenant of the list.
     *
     * @param id its id
     * @param parent the tenant above it; empty for a root
     * @param controller whether it decides for itself why and how data is processed (Art. 4(7) GDPR)
     */
    record Tenant(TenantId id, Optional<TenantId> parent, boolean controller) {}

    /**
     * A table of the application holds the tenants.
     *
     * @param table the table, optionally with its schema
     * @param id the column of the id
     * @param parent the column of the parent's id; empty when the tenants are flat
     * @param controller the boolean column that marks controllers; empty when none is one of its own
     */
    record Table(String table, String id, Optional<String> parent, Optional<String> controller)
            implements TenantsDeclaration {}
}
