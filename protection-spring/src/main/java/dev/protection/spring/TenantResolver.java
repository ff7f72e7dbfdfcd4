package dev.protection.spring;

import dev.protection.Actor;
import dev.protection.TenantId;
import java.util.Optional;

/**
 * Tells for which tenant the work in hand is: by the principal, a header, the path. The policy decides whether the actor
 * may work for it, so a resolver need not be trusted. Several are asked in their order. Safe for use by several threads.
 */
@FunctionalInterface
public interface TenantResolver {
    /**
     * Returns the tenant.
     *
     * @param actor who acts
     * @return empty when this resolver does not know; the next one is asked, at last the actor's only tenant
     */
    Optional<TenantId> resolve(Actor actor);
}
