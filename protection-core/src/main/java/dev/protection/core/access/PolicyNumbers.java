package dev.protection.core.access;

import dev.protection.DataMap;
import dev.protection.access.Forbid;
import dev.protection.access.Grant;
import dev.protection.access.GrantId;
import dev.protection.access.PolicyWords;
import dev.protection.access.Rule;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;

/**
 * The words of a declaration as numbers, and rules written in them.
 *
 * @param purposes the purposes
 * @param categories the categories, declared and standard
 * @param datasets the datasets
 */
record PolicyNumbers(Ordinals purposes, Ordinals categories, Ordinals datasets) {
    static PolicyNumbers of(DataMap map) {
        return new PolicyNumbers(
                new Ordinals(map.purposes().keySet()),
                new Ordinals(PolicyWords.of(map).categories()),
                new Ordinals(map.datasets().keySet()));
    }

    CompiledGrant grant(GrantId id, Grant grant, Instant now) {
        return new CompiledGrant(
                id,
                grant.actions(),
                purposes.bits(grant.purposes()),
                some(grant.datasets()),
                categories.bits(grant.categories()),
                grant.tenants(),
                grant.conditions(),
                atThisTime(grant, now));
    }

    private static Rule atThisTime(Grant grant, Instant now) {
        if (grant.conditions().hasLapsedAt(now)) {
            return Rule.GRANT_LAPSED;
        }
        return grant.conditions().holdAt(now) ? Rule.GRANTED : Rule.OUTSIDE_HOURS;
    }

    CompiledForbid forbid(int place, Forbid forbid) {
        return new CompiledForbid(
                place,
                forbid.roles(),
                forbid.actions(),
                purposes.bits(forbid.purposes().isEmpty() ? purposes.words() : forbid.purposes()),
                some(forbid.datasets()),
                categories.bits(forbid.categories()));
    }

    private Optional<BitSet> some(Collection<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(datasets.bits(names));
    }
}
