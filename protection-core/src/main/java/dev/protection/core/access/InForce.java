package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Decision;
import dev.protection.access.Deny;
import dev.protection.access.Facts;
import dev.protection.access.Permit;
import dev.protection.access.Question;
import dev.protection.access.RowFilter;
import dev.protection.access.TenantTree;
import dev.protection.access.Undecided;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One policy over one tree of tenants, and what was looked up under them. Nothing of it outlives either. */
final class InForce {
    // Answers come from sums of grants; why they are so is asked of the judge, who goes through the grants themselves.
    private final CompiledPolicy policy;
    private final TenantTree tree;
    private final TenantNumbers numbers;
    private final Judge judge;
    private final OpenEmergencies emergencies;
    private final long asOf;
    private final long validUntil;
    private final @Nullable Instructed instructed;
    private final Recent<ProtectionContext, Caller> callers;

    /** The tree is one that does not change. */
    InForce(CompiledPolicy policy, TenantTree tree, OpenEmergencies emergencies, Instant now) {
        this(policy, tree, TenantNumbers.of(tree), emergencies, now);
    }

    private InForce(
            CompiledPolicy policy, TenantTree tree, TenantNumbers numbers, OpenEmergencies emergencies, Instant now) {
        this.policy = policy;
        this.tree = tree;
        this.numbers = numbers;
        this.emergencies = emergencies;
        this.asOf = now.toEpochMilli();
        this.validUntil = emergencies.nextEnd(policy.policy(), now);
        this.judge = new Judge(policy, tree, emergencies, now);
        CompiledMandates mandates = policy.mandates();
        this.instructed = mandates == null ? null : new Instructed(mandates, tree, numbers);
        Recent<Set<TenantId>, Reach> reaches = new Recent<>(assigned -> new Reach(assigned, numbers));
        this.callers = new Recent<>(context -> new Caller(
                context,
                policy,
                reaches.of(context.actor().tenants()),
                conditions -> emergencies.admit(conditions, context.actor(), now)));
    }

    /** The same tree under another policy, or at another time of an emergency. */
    InForce under(CompiledPolicy other, OpenEmergencies open, Instant now) {
        return new InForce(other, tree, numbers, open, now);
    }

    /** Whether the open emergencies are these; while there are some, what was looked up counts until one is over. */
    boolean isWith(OpenEmergencies asked, InstantSource clock) {
        return emergencies == asked
                && (asked == OpenEmergencies.NONE || (asOf <= clock.millis() && clock.millis() < validUntil));
    }

    boolean isUnder(CompiledPolicy asked) {
        return policy == asked;
    }

    boolean isOver(TenantTree asked) {
        return tree == asked;
    }

    CompiledPolicy policy() {
        return policy;
    }

    TenantNumbers numbers() {
        return numbers;
    }

    /** @throws dev.protection.access.UnknownPurposeException when the context's purpose is not declared */
    Caller caller(ProtectionContext context) {
        return callers.of(context);
    }

    Decision decide(Question question, TenantId tenant) {
        Caller caller = caller(question.context());
        CompiledDataset dataset = policy.dataset(question.dataset());
        int category = dataset == null ? CompiledDataset.UNKNOWN_FIELD : dataset.category(question.field());
        Facts facts = new DecisionFacts(question, judge);
        if (dataset == null || category == CompiledDataset.UNKNOWN_FIELD) {
            return new Undecided(facts);
        }
        int widest = widest(caller, question.action(), dataset, category);
        if (!caller.reach().lies(tenant, widest) || !instructed(caller, question.action(), category, tenant)) {
            return new Deny(facts);
        }
        return new Permit(policy.mask(caller.purpose(), category), facts);
    }

    /** Null while nobody's instructions are needed. */
    @Nullable
    Instructed instructed() {
        return instructed;
    }

    private boolean instructed(Caller caller, Action action, int category, TenantId tenant) {
        Instructed all = instructed;
        if (all == null) {
            return true;
        }
        int mandate = all.mandateOf(tenant, caller.reach());
        int bit = Cell.bit(category);
        return mandate == TenantNumbers.UNKNOWN
                ? all.mandates().allAllow(action, caller.purpose(), bit)
                : all.mandates().allows(mandate, action, caller.purpose(), bit);
    }

    /** The number of the widest scope in which an action is open, or {@link Cell#NONE}. */
    int widest(Caller caller, Action action, CompiledDataset dataset, int category) {
        return dataset.isHeldFor(caller.purpose()) && instructed(caller, action, category, caller.worksFor())
                ? caller.widest(action, dataset.ordinal(), Cell.bit(category))
                : Cell.NONE;
    }

    RowFilter filter(Question rows) {
        Caller caller = caller(rows.context());
        CompiledDataset dataset = policy.dataset(rows.dataset());
        if (dataset == null) {
            return new RowFilter.None(new Undecided(new DecisionFacts(rows, judge)));
        }
        int widest = widest(caller, rows.action(), dataset, CompiledDataset.NO_CATEGORY);
        if (widest == Cell.NONE) {
            return new RowFilter.None(new Deny(new DecisionFacts(rows, judge)));
        }
        RowFilter filter = caller.reach().rows(widest);
        Instructed all = instructed;
        RowFilter left = all == null
                ? filter
                : all.within(
                        filter, all.mandates().allowing(rows.action(), caller.purpose(), Cell.ROW), caller.reach());
        return left == null
                ? new RowFilter.None(new Deny(new DecisionFacts(rows, judge)))
                : new RowFilters(judge).within(rows, left);
    }
}
