package dev.protection.core.access;

import dev.protection.TenantId;
import dev.protection.access.TenantTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tree of tenants numbered so that everything below a tenant has the numbers that follow its own: what lies below is
 * an interval. Immutable.
 */
final class TenantNumbers {
    static final int UNKNOWN = -1;

    // Numbered in preorder; last[n] is the highest number at or below tenant n. A tenant that no root reaches, which a
    // sound tree does not have, stays unknown.
    private final Map<TenantId, Integer> numbers;
    private final TenantId[] tenants;
    private final int[] last;

    private TenantNumbers(Map<TenantId, Integer> numbers, TenantId[] tenants, int[] last) {
        this.numbers = numbers;
        this.tenants = tenants;
        this.last = last;
    }

    static TenantNumbers of(TenantTree tree) {
        Set<TenantId> known = tree.known();
        Map<TenantId, List<TenantId>> children = new HashMap<>();
        Deque<TenantId> open = new ArrayDeque<>();
        for (TenantId tenant : known) {
            Optional<TenantId> parent = tree.parent(tenant);
            if (parent.isPresent()) {
                children.computeIfAbsent(parent.get(), none -> new ArrayList<>())
                        .add(tenant);
            } else {
                open.push(tenant);
            }
        }
        return numbered(open, children);
    }

    // A tenant is met twice: on the way down it gets its number, on the way up its last one is known.
    private static TenantNumbers numbered(Deque<TenantId> open, Map<TenantId, List<TenantId>> children) {
        Map<TenantId, Integer> numbers = new HashMap<>();
        List<TenantId> order = new ArrayList<>();
        Map<TenantId, Integer> lasts = new HashMap<>();
        while (!open.isEmpty()) {
            TenantId at = open.pop();
            if (numbers.containsKey(at)) {
                lasts.put(at, order.size() - 1);
            } else {
                numbers.put(at, order.size());
                order.add(at);
                open.push(at);
                children.getOrDefault(at, List.of()).forEach(open::push);
            }
        }
        int[] last =
                order.stream().mapToInt(tenant -> lasts.getOrDefault(tenant, 0)).toArray();
        return new TenantNumbers(numbers, order.toArray(TenantId[]::new), last);
    }

    int of(TenantId tenant) {
        Integer number = numbers.get(tenant);
        return number == null ? UNKNOWN : number;
    }

    int count() {
        return tenants.length;
    }

    TenantId tenant(int number) {
        return tenants[number];
    }

    int last(int number) {
        return last[number];
    }
}
