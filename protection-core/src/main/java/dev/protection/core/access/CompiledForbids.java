package dev.protection.core.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What overrides grants: rule by rule, which explains, and summed up by role, which decides. Immutable. */
final class CompiledForbids {
    private final List<CompiledForbid> all;
    private final List<Sums> everybody = new ArrayList<>(1);
    private final Map<String, Sums> byRole = new HashMap<>();

    CompiledForbids(List<CompiledForbid> all, int purposes, int categories) {
        this.all = List.copyOf(all);
        List<CompiledForbid> ofAll =
                all.stream().filter(each -> each.roles().isEmpty()).toList();
        if (!ofAll.isEmpty()) {
            everybody.add(Sums.ofForbids(ofAll, purposes, categories));
        }
        Map<String, List<CompiledForbid>> some = new HashMap<>();
        all.forEach(each -> each.roles()
                .forEach(role ->
                        some.computeIfAbsent(role, none -> new ArrayList<>()).add(each)));
        some.forEach((role, rules) -> byRole.put(role, Sums.ofForbids(rules, purposes, categories)));
    }

    List<CompiledForbid> all() {
        return all;
    }

    Sums[] concerning(Set<String> roles) {
        List<Sums> found = new ArrayList<>(everybody);
        if (!byRole.isEmpty()) {
            for (String role : roles) {
                Sums sums = byRole.get(role);
                if (sums != null) {
                    found.add(sums);
                }
            }
        }
        return found.toArray(Sums[]::new);
    }
}
