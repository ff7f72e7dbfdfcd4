package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.Problem;
import dev.protection.Purpose;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.PolicyWords;
import dev.protection.access.UnknownPurposeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A policy and the data map it speaks about, as numbers and bit sets. Immutable. */
final class CompiledPolicy {
    // grants: role -> action -> purpose -> the grants that allow it, so that a decision looks at nothing else.
    private final Policy policy;
    private final Ordinals purposes;
    private final Ordinals categories;
    private final Map<String, CompiledDataset> datasets = new HashMap<>();
    private final Map<String, Map<Action, List<List<CompiledGrant>>>> grants = new HashMap<>();
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
        policy.roles().forEach((role, all) -> grants.put(role, buckets(role, all, names)));
    }

    private Map<Action, List<List<CompiledGrant>>> buckets(String role, List<Grant> all, Ordinals names) {
        Map<Action, List<List<CompiledGrant>>> buckets = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            buckets.put(
                    action,
                    Stream.generate(() -> (List<CompiledGrant>) new ArrayList<CompiledGrant>())
                            .limit(purposes.size())
                            .toList());
        }
        for (int position = 0; position < all.size(); position++) {
            Grant grant = all.get(position);
            CompiledGrant compiled = CompiledGrant.of(role, position, grant, names, categories);
            for (Action action : grant.actions()) {
                grant.purposes().forEach(purpose -> of(buckets, action, purpose).add(compiled));
            }
        }
        return buckets;
    }

    private List<CompiledGrant> of(Map<Action, List<List<CompiledGrant>>> buckets, Action action, String purpose) {
        return Objects.requireNonNull(buckets.get(action)).get(purposes.of(purpose));
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

    /** The grants of a role for an action and purpose; null for a role that the policy does not know. */
    @Nullable
    List<CompiledGrant> grants(String role, Action action, int purpose) {
        Map<Action, List<List<CompiledGrant>>> byAction = grants.get(role);
        return byAction == null
                ? null
                : Objects.requireNonNull(byAction.get(action)).get(purpose);
    }

    boolean needs(int purpose, int category) {
        return category == CompiledDataset.NO_CATEGORY || needed[purpose].get(category);
    }
}
