package dev.protection.core.access;

import dev.protection.TenantId;
import dev.protection.access.RowFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What lies within each scope of the tenants that an actor is assigned to. Immutable, but for what it puts off. */
final class Reach {
    /** The number of the scope that reaches every tenant. */
    static final int WIDEST = 2;

    private static final int OWN = 0;
    private static final int SUBTREE = 1;

    // own: sorted numbers. from, to: the intervals below them, apart and ascending. Filters are made when first asked
    // for; two threads may make the same one.
    private final Set<TenantId> assigned;
    private final TenantNumbers numbers;
    private final RowFilter everybody = new RowFilter.All(); // each reach its own: what is left of it is kept by it
    private final int[] own;
    private final int[] from;
    private final int[] to;
    private volatile @Nullable RowFilter ownRows;
    private volatile @Nullable RowFilter subtreeRows;

    Reach(Set<TenantId> assigned, TenantNumbers numbers) {
        this.assigned = assigned;
        this.numbers = numbers;
        this.own = numbers(assigned, numbers);
        int[] starts = new int[own.length];
        int[] ends = new int[own.length];
        int count = 0;
        for (int number : own) {
            if (count == 0 || number > ends[count - 1]) {
                starts[count] = number;
                ends[count++] = numbers.last(number);
            }
        }
        this.from = Arrays.copyOf(starts, count);
        this.to = Arrays.copyOf(ends, count);
    }

    private static int[] numbers(Set<TenantId> tenants, TenantNumbers numbers) {
        int[] found = new int[tenants.size()];
        int count = 0;
        for (TenantId tenant : tenants) {
            int number = numbers.of(tenant);
            if (number != TenantNumbers.UNKNOWN) {
                found[count++] = number;
            }
        }
        int[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** Tells whether a tenant lies within a scope, given by its number or {@link Cell#NONE}. */
    boolean lies(TenantId tenant, int scope) {
        return scope == WIDEST || (scope != Cell.NONE && scope >= needed(tenant));
    }

    /** The same for a tenant of a number. */
    boolean lies(int number, int scope) {
        return scope == WIDEST || (scope != Cell.NONE && scope >= needed(number));
    }

    boolean isAssigned(TenantId tenant) {
        return assigned.contains(tenant);
    }

    Set<TenantId> assigned() {
        return assigned;
    }

    /** The number of the least scope that reaches a tenant; one without a number is its own root. */
    int needed(TenantId tenant) {
        int number = numbers.of(tenant);
        if (number != TenantNumbers.UNKNOWN) {
            return needed(number);
        }
        return assigned.contains(tenant) ? OWN : WIDEST;
    }

    private int needed(int number) {
        if (Arrays.binarySearch(own, number) >= 0) {
            return OWN;
        }
        int place = Arrays.binarySearch(from, number);
        int below = place >= 0 ? place : -place - 2;
        return below >= 0 && number <= to[below] ? SUBTREE : WIDEST;
    }

    /** The rows within a scope; the scope reaches some tenant. */
    RowFilter rows(int scope) {
        if (scope == WIDEST) {
            return everybody;
        }
        RowFilter known = scope == OWN ? ownRows : subtreeRows;
        if (known == null) {
            known = new RowFilter.Tenants(scope == OWN ? new TreeSet<>(assigned) : below());
            if (scope == OWN) {
                ownRows = known;
            } else {
                subtreeRows = known;
            }
        }
        return known;
    }

    private SortedSet<TenantId> below() {
        SortedSet<TenantId> all = new TreeSet<>(assigned);
        for (int i = 0; i < from.length; i++) {
            for (int number = from[i]; number <= to[i]; number++) {
                all.add(numbers.tenant(number));
            }
        }
        return all;
    }

    /** Of the tenants of a filter made here, one for each way in which a policy can tell them apart. */
    List<TenantId> representatives(RowFilter.Tenants filter) {
        List<TenantId> some = new ArrayList<>(2);
        assigned.stream().findFirst().ifPresent(some::add);
        if (filter != ownRows) {
            filter.tenants().stream()
                    .filter(tenant -> !assigned.contains(tenant))
                    .findFirst()
                    .ifPresent(some::add);
        }
        return some;
    }
}
