package dev.protection.core.access;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Decision;
import dev.protection.access.Deny;
import dev.protection.access.Facts;
import dev.protection.access.Mask;
import dev.protection.access.Permit;
import dev.protection.access.Question;
import dev.protection.access.Rule;
import dev.protection.access.TenantScope;
import dev.protection.access.TenantTree;
import dev.protection.access.Undecided;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers questions under one policy and tree of tenants by going through every grant, so that it can say which ones and
 * what else was missing. {@link InForce} comes to the same answers faster and has them explained here.
 *
 * @param policy the policy
 * @param tree the tenants
 * @param emergencies the open ones
 * @param now the time by which they are over
 */
record Judge(CompiledPolicy policy, TenantTree tree, OpenEmergencies emergencies, Instant now) {
    Judge(CompiledPolicy policy, TenantTree tree) {
        this(policy, tree, OpenEmergencies.NONE, Instant.EPOCH);
    }

    Decision decide(Question question) {
        Verdict verdict = judge(question);
        Facts facts = new DecisionFacts(question, this, verdict);
        return switch (verdict.rule()) {
            case GRANTED -> new Permit(Optional.empty(), facts);
            case MASKED -> new Permit(mask(question), facts);
            case UNKNOWN_DATASET, UNKNOWN_FIELD -> new Undecided(facts);
            default -> new Deny(facts);
        };
    }

    /** @throws dev.protection.access.UnknownPurposeException when the purpose is not declared */
    Verdict judge(Question question) {
        int purpose = policy.purpose(question.context().purpose());
        CompiledDataset dataset = policy.dataset(question.dataset());
        if (dataset == null) {
            return Verdict.refused(Rule.UNKNOWN_DATASET);
        }
        int category = dataset.category(question.field());
        if (category == CompiledDataset.UNKNOWN_FIELD) {
            return Verdict.refused(Rule.UNKNOWN_FIELD);
        }
        if (!dataset.purposes().get(purpose)) {
            return Verdict.refused(Rule.PURPOSE_NOT_HELD);
        }
        if (policy.mixesDuties(question.context().actor().roles())) {
            return Verdict.refused(Rule.DUTIES_NOT_SEPARATED);
        }
        Verdict verdict = coverage(question, dataset.ordinal(), purpose, category);
        boolean instructed = verdict.grants().isEmpty()
                || (instructed(question, question.context().tenant(), purpose, category)
                        && instructed(question, purpose, category));
        return instructed ? verdict : Verdict.refused(Rule.NO_INSTRUCTION);
    }

    /** For rows of any tenant, some tenant within reach is enough. */
    private boolean instructed(Question question, int purpose, int category) {
        if (policy.mandates() == null) {
            return true;
        }
        Set<TenantId> assigned = question.context().actor().tenants();
        return question.tenant()
                .map(tenant -> instructed(question, tenant, purpose, category))
                .orElseGet(() -> Stream.concat(assigned.stream(), tree.known().stream())
                        .anyMatch(tenant -> instructed(question, tenant, purpose, category)));
    }

    /** The instructions of a tenant's controller; of a tenant that nobody knows, those of everybody. */
    boolean instructed(Question question, TenantId tenant, int purpose, int category) {
        CompiledMandates mandates = policy.mandates();
        if (mandates == null) {
            return true;
        }
        boolean known = tree.known().contains(tenant)
                || question.context().actor().tenants().contains(tenant);
        int bit = Cell.bit(category);
        return known
                ? mandates.allows(mandates.of(tree.controllerOf(tenant)), question.action(), purpose, bit)
                : mandates.allAllow(question.action(), purpose, bit);
    }

    private Verdict coverage(Question question, int dataset, int purpose, int category) {
        ProtectionContext context = question.context();
        TenantScope forContext = needed(context.actor(), context.tenant());
        TenantScope forRow = question.tenant().isPresent()
                ? needed(context.actor(), question.tenant().get())
                : TenantScope.OWN;
        Coverage coverage = new Coverage(
                dataset,
                category,
                forContext,
                forRow,
                context.actor(),
                conditions -> emergencies.admit(conditions, context.actor(), now));
        for (String role : context.actor().roles()) {
            CompiledRole known = policy.role(role);
            if (known != null) {
                coverage.add(known.grants(question.action(), purpose));
            }
        }
        boolean forbidden =
                policy.forbids().stream().anyMatch(forbid -> forbid.closes(question, purpose, dataset, category));
        return coverage.verdict(policy.mask(purpose, category).isPresent(), forbidden);
    }

    private Optional<Mask> mask(Question question) {
        CompiledDataset dataset = policy.dataset(question.dataset());
        int category = dataset == null ? CompiledDataset.NO_CATEGORY : dataset.category(question.field());
        return policy.mask(policy.purpose(question.context().purpose()), category);
    }

    /** The least scope that reaches a tenant from those the actor is assigned to. */
    TenantScope needed(Actor actor, TenantId tenant) {
        if (actor.tenants().contains(tenant)) {
            return TenantScope.OWN;
        }
        Optional<TenantId> above = tree.parent(tenant);
        while (above.isPresent()) {
            if (actor.tenants().contains(above.get())) {
                return TenantScope.SUBTREE;
            }
            above = tree.parent(above.get());
        }
        return TenantScope.ANY;
    }
}
