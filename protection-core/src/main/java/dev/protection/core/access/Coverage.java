package dev.protection.core.access;

import dev.protection.Actor;
import dev.protection.access.Conditions;
import dev.protection.access.Rule;
import dev.protection.access.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Collects, over the actor's roles, the grants that cover one question, or else what came nearest. */
final class Coverage {
    private final int dataset;
    private final int category;
    private final TenantScope forContext;
    private final TenantScope forRow;
    private final Actor actor;
    private final Predicate<Conditions> emergency;
    private final List<CompiledGrant> covering = new ArrayList<>(1);
    private Rule nearest = Rule.NO_KNOWN_ROLE;

    Coverage(
            int dataset,
            int category,
            TenantScope forContext,
            TenantScope forRow,
            Actor actor,
            Predicate<Conditions> emergency) {
        this.emergency = emergency;
        this.dataset = dataset;
        this.category = category;
        this.forContext = forContext;
        this.forRow = forRow;
        this.actor = actor;
    }

    void add(Stream<CompiledGrant> ofRole) {
        came(Rule.NO_GRANT);
        ofRole.forEach(this::test);
    }

    private void test(CompiledGrant grant) {
        Rule outcome = grant.test(dataset, category, forContext, forRow, actor, emergency);
        if (outcome == Rule.GRANTED) {
            covering.add(grant);
        } else {
            came(outcome);
        }
    }

    // The rules of refusal are declared in the order in which a grant is tested.
    private void came(Rule outcome) {
        if (outcome.compareTo(nearest) > 0) {
            nearest = outcome;
        }
    }

    Verdict verdict(boolean masked, boolean forbidden) {
        if (covering.isEmpty()) {
            return Verdict.refused(nearest);
        }
        return forbidden
                ? Verdict.refused(Rule.FORBIDDEN)
                : Verdict.permitted(masked ? Rule.MASKED : Rule.GRANTED, covering);
    }
}
