package dev.protection.core.access;

import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.Problem;
import dev.protection.Purpose;
import dev.protection.access.Grant;
import dev.protection.access.GrantId;
import dev.protection.access.Policy;
import dev.protection.access.PolicyWords;
import dev.protection.access.UnknownPurposeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy and the data map it speaks about, as numbers and bit sets. Immutable. */
final class CompiledPolicy {
    private final Policy policy;
    private final Ordinals purposes;
    private final Ordinals categories;
    private final Map<String, CompiledDataset> datasets = new HashMap<>();
    private final Map<String, CompiledRole> roles = new HashMap<>();
    private final BitSet[] needed;

    CompiledPolicy(DataMap map, Policy policy) {
        List<Problem> problems = policy.problems(PolicyWords.of(map));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        this.policy = policy;
        this.purposes = new Ordinals(map.purposes().keySet());
        this.categories = new Ordinals(PolicyWords.of(map).categories());
        this.needed = map.purposes().values().stream()
                .map(Purpose::categories)
                .map(categories::bits)
                .toArray(BitSet[]::new);
        Ordinals names = new Ordinals(map.datasets().keySet());
        map.datasets()
                .forEach((name, dataset) ->
                        datasets.put(name, CompiledDataset.of(names.of(name), dataset, purposes, categories)));
        policy.roles().forEach((role, all) -> roles.put(role, role(role, all, names)));
    }

    private CompiledRole role(String name, List<Grant> all, Ordinals names) {
        List<CompiledGrant> compiled = new ArrayList<>(all.size());
        for (Grant grant : all) {
            compiled.add(new CompiledGrant(
                    new GrantId(name, compiled.size()),
                    grant.actions(),
                    purposes.bits(grant.purposes()),
                    grant.datasets().isEmpty() ? Optional.empty() : Optional.of(names.bits(grant.datasets())),
                    categories.bits(grant.categories()),
                    grant.tenants()));
        }
        return new CompiledRole(compiled, purposes.size(), categories.size());
    }

    Policy policy() {
        return policy;
    }

    Set<String> purposes() {
        return purposes.words();
    }

    int purpose(String name) {
        int ordinal = purposes.of(name);
        if (ordinal == Ordinals.UNKNOWN) {
            throw new UnknownPurposeException(name, purposes.words());
        }
        return ordinal;
    }

    @Nullable
    CompiledDataset dataset(String name) {
        return datasets.get(name);
    }

    /** Null for a role that the policy does not know. */
    @Nullable
    CompiledRole role(String name) {
        return roles.get(name);
    }

    boolean needs(int purpose, int category) {
        return category == CompiledDataset.NO_CATEGORY || needed[purpose].get(category);
    }
}
