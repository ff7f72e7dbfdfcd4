package dev.protection.access;

import dev.protection.Action;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a role may do: actions, for purposes, on categories of data, in a scope of tenants. Everything is needed at
 * once; what no grant covers is refused.
 *
 * @param actions the actions
 * @param purposes the names of purposes
 * @param categories the names of categories of fields; undeclared columns need none
 * @param datasets the names of datasets; empty for every dataset
 * @param tenants the tenants
 * @param conditions what must hold besides
 */
public record Grant(
        Set<Action> actions,
        SortedSet<String> purposes,
        SortedSet<String> categories,
        SortedSet<String> datasets,
        TenantScope tenants,
        Conditions conditions) {
    /**
     * Copies the parts.
     *
     * @param actions the actions
     * @param purposes the purposes
     * @param categories the categories
     * @param datasets the datasets; empty for every dataset
     * @param tenants the tenants
     * @param conditions what must hold besides
     */
    public Grant {
        Objects.requireNonNull(conditions, "conditions");
        Objects.requireNonNull(tenants, "tenants");
        actions = actions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(actions));
        purposes = sorted(purposes);
        categories = sorted(categories);
        datasets = sorted(datasets);
    }

    /**
     * Starts a grant of actions: for no purpose yet, on no category, on every dataset, in the actor's own tenants.
     *
     * @param actions the actions
     * @return the grant
     */
    public static Grant of(Action... actions) {
        return new Grant(Set.of(actions), none(), none(), none(), TenantScope.OWN, Conditions.NONE);
    }

    /**
     * Returns this grant with other purposes.
     *
     * @param names the names of purposes
     * @return a copy
     */
    public Grant purposes(String... names) {
        return new Grant(actions, set(names), categories, datasets, tenants, conditions);
    }

    /**
     * Returns this grant with other categories.
     *
     * @param names the names of categories
     * @return a copy
     */
    public Grant categories(String... names) {
        return new Grant(actions, purposes, set(names), datasets, tenants, conditions);
    }

    /**
     * Returns this grant limited to datasets.
     *
     * @param names the names of datasets; none for every dataset
     * @return a copy
     */
    public Grant datasets(String... names) {
        return new Grant(actions, purposes, categories, set(names), tenants, conditions);
    }

    /**
     * Returns this grant with another scope of tenants.
     *
     * @param scope the scope
     * @return a copy
     */
    public Grant tenants(TenantScope scope) {
        return new Grant(actions, purposes, categories, datasets, scope, conditions);
    }

    /**
     * Returns this grant under conditions.
     *
     * @param all what must hold besides
     * @return a copy
     */
    public Grant when(Conditions all) {
        return new Grant(actions, purposes, categories, datasets, tenants, all);
    }

    private static SortedSet<String> none() {
        return new TreeSet<>();
    }

    private static SortedSet<String> set(String... names) {
        return new TreeSet<>(Arrays.asList(names));
    }

    private static SortedSet<String> sorted(SortedSet<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
