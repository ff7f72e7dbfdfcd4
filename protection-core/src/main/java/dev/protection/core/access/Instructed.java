package dev.protection.core.access;

import dev.protection.TenantId;
import dev.protection.access.RowFilter;
import dev.protection.access.TenantTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The footings of controllers over one tree of tenants. A tenant that the tree does not know is its own controller for
 * whoever is assigned to it; for whoever reaches it by the widest scope, every footing has to allow. Immutable but for what
 * it remembers.
 */
final class Instructed {
    private final CompiledMandates mandates;
    private final TenantTree tree;
    private final TenantNumbers numbers;
    private final int[] ofTenants;
    private final Recent<RowFilter, Map<BitSet, NarrowedFilter>> narrowed =
            new Recent<>(filter -> new ConcurrentHashMap<>());

    /** A filter with the tenants left out on whose footing nothing is allowed; null when none is left. */
    private record NarrowedFilter(@Nullable RowFilter filter) {}

    Instructed(CompiledMandates mandates, TenantTree tree, TenantNumbers numbers) {
        this.mandates = mandates;
        this.tree = tree;
        this.numbers = numbers;
        this.ofTenants = new int[numbers.count()];
        for (int number = 0; number < ofTenants.length; number++) {
            ofTenants[number] = mandates.of(tree.controllerOf(numbers.tenant(number)));
        }
    }

    CompiledMandates mandates() {
        return mandates;
    }

    /** The number of a tenant's footing; of one that nobody knows, {@link TenantNumbers#UNKNOWN}. */
    int mandateOf(TenantId tenant, Reach reach) {
        int number = numbers.of(tenant);
        if (number != TenantNumbers.UNKNOWN) {
            return ofTenants[number];
        }
        return reach.isAssigned(tenant) ? mandates.of(tenant) : TenantNumbers.UNKNOWN;
    }

    boolean admits(BitSet allowing, TenantId tenant, Reach reach) {
        int mandate = mandateOf(tenant, reach);
        return mandate == TenantNumbers.UNKNOWN ? isAll(allowing) : allowing.get(mandate);
    }

    boolean admits(BitSet allowing, int number) {
        return allowing.get(ofTenants[number]);
    }

    private boolean isAll(BitSet allowing) {
        return allowing.cardinality() == mandates.count();
    }

    /** The part of a filter of the reach that is allowed; null for nothing. */
    @Nullable
    RowFilter within(RowFilter filter, BitSet allowing, Reach reach) {
        if (isAll(allowing)) {
            return filter;
        }
        return narrowed.of(filter)
                .computeIfAbsent(allowing, key -> new NarrowedFilter(narrow(filter, key, reach)))
                .filter();
    }

    private @Nullable RowFilter narrow(RowFilter filter, BitSet allowing, Reach reach) {
        TreeSet<TenantId> left = new TreeSet<>();
        Collection<TenantId> among = filter instanceof RowFilter.Tenants some ? some.tenants() : everybody(reach);
        among.stream().filter(tenant -> admits(allowing, tenant, reach)).forEach(left::add);
        return left.isEmpty() ? null : new RowFilter.Tenants(left);
    }

    private Collection<TenantId> everybody(Reach reach) {
        TreeSet<TenantId> all = new TreeSet<>(tree.known());
        all.addAll(reach.assigned());
        return all;
    }

    /** Of the tenants of a filter, one for each way in which a policy and instructions can tell them apart. */
    Collection<TenantId> representatives(RowFilter.Tenants filter, Reach reach) {
        Map<String, TenantId> some = new LinkedHashMap<>();
        for (TenantId tenant : filter.tenants()) {
            some.putIfAbsent(reach.needed(tenant) + "/" + mandateOf(tenant, reach), tenant);
        }
        return new ArrayList<>(some.values());
    }
}
