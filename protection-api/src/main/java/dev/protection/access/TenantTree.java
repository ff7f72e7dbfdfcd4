package dev.protection.access;

import dev.protection.TenantId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The tree of tenants: enterprise, region, location; agency, client, page. A tenant that it does not know is its own
 * root.
 *
 * <p>Asked on every decision, so an implementation answers from memory, without cycles, and safely for several threads.
 * One that reads a table keeps a tree made by {@link #of} and replaces it as a whole.
 */
public interface TenantTree {
    /**
     * Returns a tree of fixed tenants.
     *
     * @param tenants all of them, in any order; none for an installation without a tree
     * @return an immutable tree
     * @throws dev.protection.ConfigurationException naming every tenant declared twice, every unknown parent and every
     *     cycle
     */
    static TenantTree of(Collection<Tenant> tenants) {
        return new FixedTenantTree(tenants);
    }

    /**
     * Returns the tenant above.
     *
     * @param tenant any tenant
     * @return empty for a root and for an unknown tenant
     */
    Optional<TenantId> parent(TenantId tenant);

    /**
     * Tells whether a tenant is marked as a controller of its own.
     *
     * @param tenant any tenant
     * @return false for an unknown tenant
     */
    boolean isController(TenantId tenant);

    /**
     * Returns all tenants of the tree.
     *
     * @return an immutable set
     */
    Set<TenantId> known();

    /**
     * Returns a tenant and everything below it.
     *
     * @param tenant any tenant
     * @return an immutable set; of an unknown tenant, itself alone
     */
    Set<TenantId> subtree(TenantId tenant);

    /**
     * Returns the tree as it stands now. Decisions ask for it each time and keep what they work out from it for as long
     * as they are given the same object.
     *
     * @return a tree that never changes, the same object as long as nothing has changed; empty for a tree that cannot
     *     tell, which is then asked anew, at greater cost, for everything
     */
    default Optional<TenantTree> snapshot() {
        return Optional.empty();
    }

    /**
     * Returns whose instructions count for a tenant's data: itself or its nearest ancestor marked as a controller, else
     * the root above it.
     *
     * @param tenant any tenant
     * @return the controller; of an unknown tenant, itself
     */
    default TenantId controllerOf(TenantId tenant) {
        TenantId at = tenant;
        while (!isController(at)) {
            Optional<TenantId> above = parent(at);
            if (above.isEmpty()) {
                return at;
            }
            at = above.get();
        }
        return at;
    }
}
