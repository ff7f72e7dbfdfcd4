package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.access.Conditions;
import dev.protection.access.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A role: its grants one by one, which explain, and summed up by what they ask of the actor, which decides. Immutable. */
final class CompiledRole {
    private final List<CompiledGrant> grants;
    private final List<Asking> sums;

    /** The sum of the grants that count at this time and ask the same of the actor. */
    private record Asking(Conditions conditions, Sums sums) {}

    CompiledRole(List<CompiledGrant> grants, int purposes, int categories) {
        this.grants = List.copyOf(grants);
        Map<Conditions, List<CompiledGrant>> asking = new LinkedHashMap<>();
        for (CompiledGrant grant : grants) {
            if (grant.atThisTime() == Rule.GRANTED) {
                asking.computeIfAbsent(ofActor(grant.conditions()), none -> new ArrayList<>())
                        .add(grant);
            }
        }
        this.sums = asking.entrySet().stream()
                .map(each -> new Asking(each.getKey(), Sums.ofGrants(each.getValue(), purposes, categories)))
                .toList();
    }

    private static Conditions ofActor(Conditions all) {
        return new Conditions(
                all.strongAuthentication(), all.networks(), Optional.empty(), Optional.empty(), all.breakGlass());
    }

    /** Gives out the sums of the grants whose conditions the actor meets. */
    void counting(Actor actor, Predicate<Conditions> emergency, Consumer<Sums> to) {
        for (Asking each : sums) {
            if (each.conditions().admitAddressOf(actor)
                    && each.conditions().admitAuthenticationOf(actor)
                    && emergency.test(each.conditions())) {
                to.accept(each.sums());
            }
        }
    }

    /** The longest emergency that a grant for a purpose provides for; empty for none. */
    Optional<Duration> emergency(int purpose) {
        return grants.stream()
                .filter(grant -> grant.purposes().get(purpose))
                .flatMap(grant -> grant.conditions().breakGlass().stream())
                .max(Comparator.naturalOrder());
    }

    Stream<CompiledGrant> grants(Action action, int purpose) {
        return grants.stream()
                .filter(grant ->
                        grant.actions().contains(action) && grant.purposes().get(purpose));
    }
}
