package dev.protection.core.config;

import dev.protection.Action;
import java.util.Set;

/**
 * What a role may do.
 *
 * @param name the word used by actors
 * @param allow the actions
 * @param purposes for which purposes (the word {@code for})
 * @param categories on which categories
 * @param tenants in which tenants
 */
public record RoleDeclaration(
        String name, Set<Action> allow, Set<String> purposes, Set<String> categories, Reach tenants) {
    /** In which tenants a role works, seen from those that its actor is assigned to. */
    public enum Reach {
        /** Those alone; the default. */
        OWN,
        /** Those and everything below them. */
        SUBTREE,
        /** Every tenant. */
        ANY
    }

    /**
     * Copies the parts.
     *
     * @param name the word
     * @param allow the actions
     * @param purposes the purposes
     * @param categories the categories
     * @param tenants the reach
     */
    public RoleDeclaration {
        allow = Set.copyOf(allow);
        purposes = Set.copyOf(purposes);
        categories = Set.copyOf(categories);
    }
}
