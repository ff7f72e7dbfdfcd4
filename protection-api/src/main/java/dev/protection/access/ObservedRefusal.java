package dev.protection.access;

import dev.protection.Action;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a policy under trial would have refused, and the policy in force permitted. Free of personal data.
 *
 * @param roles the actor's roles
 * @param purpose the purpose of the work
 * @param action what was done
 * @param dataset where
 * @param field the field; empty for the rows
 * @param rule why; for rows of which some only would be left out, {@link Rule#TENANT_OUT_OF_SCOPE}
 * @param times how often
 */
public record ObservedRefusal(
        SortedSet<String> roles,
        String purpose,
        Action action,
        String dataset,
        Optional<String> field,
        Rule rule,
        long times) {
    /**
     * Copies the parts.
     *
     * @param roles the roles
     * @param purpose the purpose
     * @param action the action
     * @param dataset the dataset
     * @param field the field
     * @param rule the rule
     * @param times how often
     */
    public ObservedRefusal {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(rule, "rule");
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }
}
