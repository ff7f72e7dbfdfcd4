package dev.protection.access;

import dev.protection.Action;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What nobody, or nobody of some roles, may do, whatever grants say. It holds in every tenant.
 *
 * @param roles who is concerned: an actor that has one of these roles; empty for everybody
 * @param actions the actions
 * @param purposes the names of purposes; empty for every purpose
 * @param categories the names of categories, whose fields are closed while their rows stay open; empty for the rows
 *     themselves and all their fields
 * @param datasets the names of datasets; empty for every dataset
 */
public record Forbid(
        SortedSet<String> roles,
        Set<Action> actions,
        SortedSet<String> purposes,
        SortedSet<String> categories,
        SortedSet<String> datasets) {
    /**
     * Copies the parts.
     *
     * @param roles the roles
     * @param actions the actions
     * @param purposes the purposes
     * @param categories the categories
     * @param datasets the datasets
     */
    public Forbid {
        roles = sorted(roles);
        actions = actions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(actions));
        purposes = sorted(purposes);
        categories = sorted(categories);
        datasets = sorted(datasets);
    }

    /**
     * Starts with actions that nobody may do, for any purpose, on anything.
     *
     * @param actions the actions
     * @return the rule
     */
    public static Forbid of(Action... actions) {
        return new Forbid(set(), Set.of(actions), set(), set(), set());
    }

    /**
     * Returns this rule for some roles.
     *
     * @param names the names of roles; none for everybody
     * @return a copy
     */
    public Forbid roles(String... names) {
        return new Forbid(set(names), actions, purposes, categories, datasets);
    }

    /**
     * Returns this rule for some purposes.
     *
     * @param names the names of purposes; none for every purpose
     * @return a copy
     */
    public Forbid purposes(String... names) {
        return new Forbid(roles, actions, set(names), categories, datasets);
    }

    /**
     * Returns this rule for some categories.
     *
     * @param names the names of categories; none for the rows themselves
     * @return a copy
     */
    public Forbid categories(String... names) {
        return new Forbid(roles, actions, purposes, set(names), datasets);
    }

    /**
     * Returns this rule for some datasets.
     *
     * @param names the names of datasets; none for every dataset
     * @return a copy
     */
    public Forbid datasets(String... names) {
        return new Forbid(roles, actions, purposes, categories, set(names));
    }

    private static SortedSet<String> set(String... names) {
        return new TreeSet<>(Arrays.asList(names));
    }

    private static SortedSet<String> sorted(SortedSet<String> names) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
