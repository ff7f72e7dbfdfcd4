package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.access.Conditions;
import dev.protection.access.GrantId;
import dev.protection.access.Rule;
import dev.protection.access.TenantScope;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A grant as bit sets.
 *
 * @param id its name in the policy
 * @param actions the actions
 * @param purposes the purposes
 * @param datasets the datasets; empty for every one
 * @param categories the categories
 * @param scope the tenants
 * @param conditions what must hold besides
 * @param atThisTime GRANTED when the time is right, else what is wrong with it
 */
record CompiledGrant(
        GrantId id,
        Set<Action> actions,
        BitSet purposes,
        Optional<BitSet> datasets,
        BitSet categories,
        TenantScope scope,
        Conditions conditions,
        Rule atThisTime) {
    /** GRANTED, or the first thing that this grant lacks. */
    Rule test(
            int dataset,
            int category,
            TenantScope forContext,
            TenantScope forRow,
            Actor actor,
            Predicate<Conditions> emergency) {
        if (!opens(dataset)) {
            return Rule.NO_GRANT;
        }
        if (category != CompiledDataset.NO_CATEGORY && !categories.get(category)) {
            return Rule.CATEGORY_NOT_GRANTED;
        }
        if (!scope.covers(forContext)) {
            return Rule.CONTEXT_TENANT_OUT_OF_SCOPE;
        }
        return scope.covers(forRow) ? besides(actor, emergency) : Rule.TENANT_OUT_OF_SCOPE;
    }

    private Rule besides(Actor actor, Predicate<Conditions> emergency) {
        if (atThisTime != Rule.GRANTED) {
            return atThisTime;
        }
        if (!conditions.admitAddressOf(actor)) {
            return Rule.NETWORK_NOT_ADMITTED;
        }
        if (!conditions.admitAuthenticationOf(actor)) {
            return Rule.STRONG_AUTHENTICATION_NEEDED;
        }
        return emergency.test(conditions) ? Rule.GRANTED : Rule.BREAK_GLASS_NEEDED;
    }

    boolean opens(int dataset) {
        return datasets.isEmpty() || datasets.get().get(dataset);
    }
}
