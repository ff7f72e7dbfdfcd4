package dev.protection.access;

import dev.protection.Category;
import dev.protection.DataMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that grants may use.
 *
 * @param purposes the names of declared purposes
 * @param categories the names of declared and standard categories
 * @param datasets the names of declared datasets
 */
public record PolicyWords(Set<String> purposes, Set<String> categories, Set<String> datasets) {
    /**
     * Copies the sets.
     *
     * @param purposes the purposes
     * @param categories the categories
     * @param datasets the datasets
     */
    public PolicyWords {
        purposes = Set.copyOf(purposes);
        categories = Set.copyOf(categories);
        datasets = Set.copyOf(datasets);
    }

    /**
     * Returns the words of a declaration.
     *
     * @param map the declaration
     * @return its words and the standard categories
     */
    public static PolicyWords of(DataMap map) {
        Set<String> categories = new TreeSet<>(Category.standardNames());
        categories.addAll(map.categories().keySet());
        return new PolicyWords(
                map.purposes().keySet(), categories, map.datasets().keySet());
    }
}
