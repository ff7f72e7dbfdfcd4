package dev.protection.core.access;

import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.Problem;
import dev.protection.access.Grant;
import dev.protection.access.GrantId;
import dev.protection.access.Mask;
import dev.protection.access.Policy;
import dev.protection.access.PolicyWords;
import dev.protection.access.UnknownPurposeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy and the data map it speaks about, as numbers and bit sets, for a span of time within which the same grants
 * count. Immutable.
 */
final class CompiledPolicy {
    private final DataMap map;
    private final Policy policy;
    private final Validity validity;
    private final PolicyNumbers numbers;
    private final Map<String, CompiledDataset> datasets = new HashMap<>();
    private final Map<String, CompiledRole> roles = new HashMap<>();
    private final CompiledForbids forbids;
    private final CompiledMasks masks;
    private final @Nullable CompiledMandates mandates;

    CompiledPolicy(DataMap map, Policy policy, Instant now) {
        List<Problem> problems = policy.problems(PolicyWords.of(map));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        this.map = map;
        this.policy = policy;
        this.validity = Validity.of(policy, now);
        this.numbers = PolicyNumbers.of(map);
        map.datasets()
                .forEach((name, dataset) -> datasets.put(
                        name,
                        CompiledDataset.of(
                                numbers.datasets().of(name), dataset, numbers.purposes(), numbers.categories())));
        policy.roles().forEach((role, all) -> roles.put(role, role(role, all, now)));
        this.forbids = compiledForbids();
        this.masks = new CompiledMasks(map, policy, numbers);
        this.mandates =
                CompiledMandates.bind(policy.mandates()) ? new CompiledMandates(policy.mandates(), numbers, now) : null;
    }

    private CompiledRole role(String name, List<Grant> all, Instant now) {
        List<CompiledGrant> compiled = new ArrayList<>(all.size());
        all.forEach(grant -> compiled.add(numbers.grant(new GrantId(name, compiled.size()), grant, now)));
        return new CompiledRole(
                compiled, numbers.purposes().size(), numbers.categories().size());
    }

    private CompiledForbids compiledForbids() {
        List<CompiledForbid> compiled = new ArrayList<>();
        policy.forbids().forEach(forbid -> compiled.add(numbers.forbid(compiled.size(), forbid)));
        return new CompiledForbids(
                compiled, numbers.purposes().size(), numbers.categories().size());
    }

    /** The same policy at another time. */
    CompiledPolicy at(Instant now) {
        return new CompiledPolicy(map, policy, now);
    }

    Validity validity() {
        return validity;
    }

    Policy policy() {
        return policy;
    }

    Set<String> purposes() {
        return numbers.purposes().words();
    }

    int purpose(String name) {
        int ordinal = numbers.purposes().of(name);
        if (ordinal == Ordinals.UNKNOWN) {
            throw new UnknownPurposeException(name, purposes());
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

    List<CompiledForbid> forbids() {
        return forbids.all();
    }

    /** What overrides the grants of an actor of some roles. */
    Sums[] forbids(Set<String> ofRoles) {
        return forbids.concerning(ofRoles);
    }

    /** Whether some roles have two among them that are to be apart. */
    boolean mixesDuties(Set<String> ofRoles) {
        for (Set<String> apart : policy.separations()) {
            if (apart.stream().filter(ofRoles::contains).count() > 1) {
                return true;
            }
        }
        return false;
    }

    /** Null while nobody's instructions are needed. */
    @Nullable
    CompiledMandates mandates() {
        return mandates;
    }

    Optional<Mask> mask(int purpose, int category) {
        return masks.of(purpose, category);
    }
}
