package dev.protection.core.access;

import dev.protection.access.Rule;
import java.util.Comparator;
import java.util.List;

/**
 * The outcome of one judgement.
 *
 * @param rule the rule that decided
 * @param grants all grants that cover the question; empty unless permitted
 */
record Verdict(Rule rule, List<CompiledGrant> grants) {
    private static final Comparator<CompiledGrant> ORDER = Comparator.<CompiledGrant, String>comparing(
                    grant -> grant.id().role())
            .thenComparingInt(grant -> grant.id().position());

    static Verdict permitted(Rule rule, List<CompiledGrant> grants) {
        return new Verdict(
                rule,
                grants.size() == 1 ? grants : grants.stream().sorted(ORDER).toList());
    }

    static Verdict refused(Rule rule) {
        return new Verdict(rule, List.of());
    }
}
