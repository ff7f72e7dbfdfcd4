package dev.protection.core;

import dev.protection.access.Tenant;
import dev.protection.access.TenantTree;
import dev.protection.core.config.TenantsDeclaration;
import java.util.Optional;

/** The tree of tenants that a configuration lists, or that the table it names holds. */
final class DeclaredTenants {
    private DeclaredTenants() {}

    static Optional<TenantTree> tree(Optional<TenantsDeclaration> declared, Stores stores) {
        return declared.flatMap(tenants ->
                tenants instanceof TenantsDeclaration.Listed listed ? Optional.of(tree(listed)) : stores.tenants());
    }

    private static TenantTree tree(TenantsDeclaration.Listed listed) {
        return TenantTree.of(listed.tenants().stream()
                .map(tenant -> new Tenant(tenant.id(), tenant.parent(), tenant.controller()))
                .toList());
    }
}
