package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.TenantId;
import dev.protection.access.Entitlement;
import dev.protection.access.Rule;
import dev.protection.access.TenantScope;
import dev.protection.access.TenantTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds who may do something: every grant of every role that leads to an item of a tenant.
 *
 * @param policy the policy
 * @param tree the tenants
 */
record Entitlements(CompiledPolicy policy, TenantTree tree) {
    /** What is asked about, looked up. */
    private record Item(CompiledDataset dataset, Action action, int category, TenantId tenant) {}

    List<Entitlement> of(Action action, String dataset, String field, TenantId tenant) {
        CompiledDataset compiled = policy.dataset(dataset);
        int category = compiled == null ? CompiledDataset.UNKNOWN_FIELD : compiled.category(Optional.of(field));
        List<Entitlement> found = new ArrayList<>();
        if (compiled != null && category != CompiledDataset.UNKNOWN_FIELD) {
            Item item = new Item(compiled, action, category, tenant);
            for (String purpose : policy.purposes()) {
                if (compiled.isHeldFor(policy.purpose(purpose))) {
                    policy.policy().roles().keySet().forEach(role -> ofRole(item, role, purpose, found));
                }
            }
        }
        return found;
    }

    private void ofRole(Item item, String name, String purpose, List<Entitlement> found) {
        int number = policy.purpose(purpose);
        CompiledRole role = policy.role(name);
        boolean forbidden = policy.forbids().stream()
                .anyMatch(forbid -> forbid.closes(
                        Set.of(name), item.action(), number, item.dataset().ordinal(), item.category()));
        if (role == null || forbidden) {
            return;
        }
        role.grants(item.action(), number)
                .filter(grant -> grant.atThisTime() != Rule.GRANT_LAPSED)
                .filter(grant -> grant.opens(item.dataset().ordinal())
                        && grant.categories().get(item.category()))
                .forEach(grant -> assigned(item, grant.scope(), number)
                        .ifPresent(assigned -> found.add(new Entitlement(
                                grant.id(),
                                purpose,
                                grant.scope(),
                                assigned,
                                policy.mask(number, item.category()),
                                grant.conditions(),
                                grant.atThisTime() == Rule.GRANTED))));
    }

    /** From which assignments the tenant is reached: none in the set means from any; no set, from nowhere. */
    private Optional<SortedSet<TenantId>> assigned(Item item, TenantScope scope, int purpose) {
        SortedSet<TenantId> above = new TreeSet<>(Set.of(item.tenant()));
        if (scope == TenantScope.SUBTREE) {
            Optional<TenantId> parent = tree.parent(item.tenant());
            while (parent.isPresent()) {
                above.add(parent.get());
                parent = tree.parent(parent.get());
            }
        }
        CompiledMandates mandates = policy.mandates();
        if (mandates == null) {
            return Optional.of(scope == TenantScope.ANY ? new TreeSet<>() : above);
        }
        int bit = Cell.bit(item.category());
        boolean allows = mandates.allows(mandates.of(tree.controllerOf(item.tenant())), item.action(), purpose, bit);
        boolean fromAnywhere = scope == TenantScope.ANY
                && (tree.known().contains(item.tenant()) ? allows : mandates.allAllow(item.action(), purpose, bit));
        if (fromAnywhere) {
            return Optional.of(new TreeSet<>());
        }
        return allows ? Optional.of(above) : Optional.empty();
    }
}
