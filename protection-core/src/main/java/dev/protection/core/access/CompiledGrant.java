package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.access.GrantId;
import dev.protection.access.Rule;
import dev.protection.access.TenantScope;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/**
 * A grant as bit sets.
 *
 * @param id its name in the policy
 * @param actions the actions
 * @param purposes the purposes
 * @param datasets the datasets; empty for every one
 * @param categories the categories
 * @param scope the tenants
 */
record CompiledGrant(
        GrantId id,
        Set<Action> actions,
        BitSet purposes,
        Optional<BitSet> datasets,
        BitSet categories,
        TenantScope scope) {
    /** GRANTED, or the first thing that this grant lacks. */
    Rule test(int dataset, int category, TenantScope forContext, TenantScope forRow) {
        if (!opens(dataset)) {
            return Rule.NO_GRANT;
        }
        if (category != CompiledDataset.NO_CATEGORY && !categories.get(category)) {
            return Rule.CATEGORY_NOT_GRANTED;
        }
        if (!scope.covers(forContext)) {
            return Rule.CONTEXT_TENANT_OUT_OF_SCOPE;
        }
        return scope.covers(forRow) ? Rule.GRANTED : Rule.TENANT_OUT_OF_SCOPE;
    }

    boolean opens(int dataset) {
        return datasets.isEmpty() || datasets.get().get(dataset);
    }
}
