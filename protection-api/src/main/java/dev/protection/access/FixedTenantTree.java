package dev.protection.access;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An immutable {@link TenantTree} in memory, checked when made. */
final class FixedTenantTree implements TenantTree {
    private final Map<TenantId, Tenant> tenants = new LinkedHashMap<>();
    private final Map<TenantId, List<TenantId>> children = new HashMap<>();
    private final Optional<TenantTree> snapshot = Optional.of(this);

    FixedTenantTree(Collection<Tenant> all) {
        List<Problem> problems = new ArrayList<>();
        for (Tenant tenant : all) {
            if (tenants.put(tenant.id(), tenant) != null) {
                problems.add(new Problem("tenants." + tenant.id(), "is declared twice"));
            }
        }
        problems.addAll(new TenantTreeValidation(tenants).problems());
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        for (Tenant tenant : tenants.values()) {
            tenant.parent()
                    .ifPresent(parent -> children.computeIfAbsent(parent, none -> new ArrayList<>())
                            .add(tenant.id()));
        }
    }

    @Override
    public Optional<TenantId> parent(TenantId tenant) {
        Tenant node = tenants.get(tenant);
        return node == null ? Optional.empty() : node.parent();
    }

    @Override
    public boolean isController(TenantId tenant) {
        Tenant node = tenants.get(tenant);
        return node != null && node.controller();
    }

    @Override
    public Set<TenantId> known() {
        return Collections.unmodifiableSet(tenants.keySet());
    }

    @Override
    public Optional<TenantTree> snapshot() {
        return snapshot;
    }

    @Override
    public Set<TenantId> subtree(TenantId tenant) {
        Set<TenantId> below = new LinkedHashSet<>();
        Deque<TenantId> open = new ArrayDeque<>(List.of(tenant));
        while (!open.isEmpty()) {
            TenantId next = open.pop();
            below.add(next);
            open.addAll(children.getOrDefault(next, List.of()));
        }
        return Collections.unmodifiableSet(below);
    }
}
