package dev.protection.core.access;

import dev.protection.Actor;
import dev.protection.TenantId;
import dev.protection.access.Question;
import dev.protection.access.RowFilter;
import dev.protection.access.TenantScope;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Turns grants into a predicate on the tenant.
 *
 * @param judge who says which grants cover the context
 */
record RowFilters(Judge judge) {
    RowFilter filter(Question rows) {
        Verdict verdict = judge.judge(rows);
        if (verdict.grants().isEmpty()) {
            return new RowFilter.None(judge.decide(rows));
        }
        RowFilter reached = reached(rows.context().actor(), widest(verdict));
        RowFilter instructed = instructed(rows, reached);
        return within(rows, instructed);
    }

    /** For a tree that gives no snapshot: the part of a filter that controllers' instructions allow. */
    private RowFilter instructed(Question rows, RowFilter filter) {
        CompiledMandates mandates = judge.policy().mandates();
        int purpose = judge.policy().purpose(rows.context().purpose());
        if (mandates == null || mandates.allAllow(rows.action(), purpose, Cell.ROW)) {
            return filter;
        }
        SortedSet<TenantId> left = new TreeSet<>(rows.context().actor().tenants());
        left.addAll(
                filter instanceof RowFilter.Tenants some
                        ? some.tenants()
                        : judge.tree().known());
        left.removeIf(tenant ->
                !judge.instructed(rows, tenant, purpose, CompiledDataset.NO_CATEGORY) || !filter.admits(tenant));
        return left.isEmpty() ? new RowFilter.None(judge.decide(rows)) : new RowFilter.Tenants(left);
    }

    /** The filter as it is, or for a dataset of one tenant all rows or none. */
    RowFilter within(Question rows, RowFilter filter) {
        Optional<TenantId> fixed = fixed(rows);
        return fixed.isPresent() && !(filter instanceof RowFilter.None) ? ofOne(rows, fixed.get(), filter) : filter;
    }

    private static TenantScope widest(Verdict verdict) {
        return verdict.grants().stream()
                .map(CompiledGrant::scope)
                .max(Comparator.naturalOrder())
                .orElse(TenantScope.OWN);
    }

    private RowFilter reached(Actor actor, TenantScope scope) {
        return switch (scope) {
            case ANY -> new RowFilter.All();
            case OWN -> new RowFilter.Tenants(new TreeSet<>(actor.tenants()));
            case SUBTREE -> {
                SortedSet<TenantId> all = new TreeSet<>();
                actor.tenants().forEach(tenant -> all.addAll(judge.tree().subtree(tenant)));
                yield new RowFilter.Tenants(all);
            }
        };
    }

    private Optional<TenantId> fixed(Question rows) {
        CompiledDataset dataset = judge.policy().dataset(rows.dataset());
        return dataset == null ? Optional.empty() : dataset.fixed();
    }

    private RowFilter ofOne(Question rows, TenantId tenant, RowFilter filter) {
        if (filter.admits(tenant)) {
            return new RowFilter.All();
        }
        Question one = new Question(
                rows.context(), rows.asked(), rows.action(), rows.dataset(), rows.field(), Optional.of(tenant));
        return new RowFilter.None(judge.decide(one));
    }
}
