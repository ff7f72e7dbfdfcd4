package dev.protection.access;

import dev.protection.NearestWord;
import dev.protection.Problem;
import dev.protection.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold within a tree of tenants; finds all problems, not just the first. */
final class TenantTreeValidation {
    private final Map<TenantId, Tenant> tenants;
    private final Set<TenantId> checked = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    TenantTreeValidation(Map<TenantId, Tenant> tenants) {
        this.tenants = tenants;
    }

    List<Problem> problems() {
        tenants.values().forEach(this::parent);
        tenants.keySet().forEach(this::cycle);
        return problems;
    }

    private void parent(Tenant tenant) {
        Optional<TenantId> unknown = tenant.parent().filter(parent -> !tenants.containsKey(parent));
        if (unknown.isPresent()) {
            String word = unknown.get().value();
            List<String> known = tenants.keySet().stream().map(TenantId::value).toList();
            problems.add(new Problem(
                    "tenants." + tenant.id() + ".parent",
                    "names the unknown tenant '" + word + "'" + NearestWord.hint(word, known)));
        }
    }

    // Walks up until it meets what is known to be sound or itself, so that all walks together are linear.
    private void cycle(TenantId start) {
        Set<TenantId> path = new LinkedHashSet<>();
        Optional<TenantId> at = Optional.of(start);
        while (at.isPresent() && !checked.contains(at.get()) && path.add(at.get())) {
            at = Optional.ofNullable(tenants.get(at.get())).flatMap(Tenant::parent);
        }
        checked.addAll(path);
        at.filter(path::contains).ifPresent(again -> report(again, path));
    }

    private void report(TenantId again, Set<TenantId> path) {
        String cycle = path.stream()
                .dropWhile(id -> !id.equals(again))
                .map(TenantId::value)
                .collect(Collectors.joining(" under ", "", " under " + again));
        problems.add(new Problem("tenants." + again + ".parent", "closes a cycle: " + cycle));
    }
}
