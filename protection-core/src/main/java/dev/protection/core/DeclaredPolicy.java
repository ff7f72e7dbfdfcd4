package dev.protection.core;

import dev.protection.DataMap;
import dev.protection.access.BulkThreshold;
import dev.protection.access.Forbid;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.PolicyBuilder;
import dev.protection.access.PolicySource;
import dev.protection.core.config.Configuration;

/** The policy that a configuration declares. */
record DeclaredPolicy(Configuration configuration, DataMap map) implements PolicySource {
    @Override
    public Policy load() {
        PolicyBuilder policy =
                Policy.builder().bulk(new BulkThreshold(configuration.bulkThreshold(), BulkThreshold.DEFAULT.window()));
        configuration
                .roles()
                .forEach(role -> policy.role(role.name(), role.grants().toArray(Grant[]::new)));
        policy.forbid(configuration.policy().forbids().toArray(Forbid[]::new));
        configuration
                .policy()
                .masks()
                .forEach(masked -> policy.mask(masked.category(), masked.purpose(), masked.mask()));
        policy.mandates(configuration.policy().mandates());
        configuration.policy().separations().forEach(roles -> policy.separate(roles.toArray(String[]::new)));
        return policy.build(map);
    }
}
