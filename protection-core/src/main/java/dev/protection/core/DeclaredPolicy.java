package dev.protection.core;

import dev.protection.DataMap;
import dev.protection.access.BulkThreshold;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.PolicyBuilder;
import dev.protection.access.PolicySource;
import dev.protection.access.TenantScope;
import dev.protection.core.config.Configuration;
import dev.protection.core.config.RoleDeclaration;
import java.util.TreeSet;

/** The policy that a configuration's {@code roles} declare. */
record DeclaredPolicy(Configuration configuration, DataMap map) implements PolicySource {
    @Override
    public Policy load() {
        PolicyBuilder policy =
                Policy.builder().bulk(new BulkThreshold(configuration.bulkThreshold(), BulkThreshold.DEFAULT.window()));
        configuration.roles().forEach(role -> policy.role(role.name(), grant(role)));
        return policy.build(map);
    }

    private static Grant grant(RoleDeclaration role) {
        return new Grant(
                role.allow(),
                new TreeSet<>(role.purposes()),
                new TreeSet<>(role.categories()),
                new TreeSet<>(),
                TenantScope.valueOf(role.tenants().name()));
    }
}
