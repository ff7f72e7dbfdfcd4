package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Decision;
import dev.protection.access.ObservedRefusal;
import dev.protection.access.PolicyTrial;
import dev.protection.access.RowFilter;
import dev.protection.access.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Decides by a policy that is not in force, and counts what it would refuse. */
final class ObservedPolicy implements PolicyTrial {
    private static final int MOST = 10_000;

    private final AccessEngine candidate;
    private final Runnable end;
    private final Map<ObservedRefusal, LongAdder> counts = new ConcurrentHashMap<>();

    /** The engine decides by the candidate; the end stops the questions. */
    ObservedPolicy(AccessEngine candidate, Runnable end) {
        this.candidate = candidate;
        this.end = end;
    }

    /** Something that was permitted. */
    void permitted(ProtectionContext context, Action action, Dataset dataset, Optional<Field> field, TenantId tenant) {
        Decision decision = candidate.decide(context, action, dataset, field, tenant);
        if (!decision.permits()) {
            count(context, action, dataset, field, decision.facts().rule());
        }
    }

    /** Rows that were reached. */
    void reached(ProtectionContext context, Action action, Dataset dataset, RowFilter filter) {
        RowFilter narrower = candidate.filter(context, action, dataset);
        if (narrower instanceof RowFilter.None none) {
            count(context, action, dataset, Optional.empty(), none.why().facts().rule());
        } else if (leavesOut(narrower, filter)) {
            count(context, action, dataset, Optional.empty(), Rule.TENANT_OUT_OF_SCOPE);
        }
    }

    private static boolean leavesOut(RowFilter narrower, RowFilter filter) {
        if (narrower instanceof RowFilter.All) {
            return false;
        }
        return !(filter instanceof RowFilter.Tenants some)
                || !some.tenants().stream().allMatch(narrower::admits);
    }

    private void count(ProtectionContext context, Action action, Dataset dataset, Optional<Field> field, Rule rule) {
        ObservedRefusal key = new ObservedRefusal(
                new TreeSet<>(context.actor().roles()),
                context.purpose(),
                action,
                dataset.name(),
                field.map(Field::name),
                rule,
                0);
        LongAdder known = counts.get(key);
        if (known == null && counts.size() < MOST) {
            known = counts.computeIfAbsent(key, none -> new LongAdder());
        }
        if (known != null) {
            known.increment();
        }
    }

    @Override
    public List<ObservedRefusal> refusals() {
        return counts.entrySet().stream()
                .map(each -> timed(each.getKey(), each.getValue().sum()))
                .sorted(Comparator.comparingLong(ObservedRefusal::times)
                        .reversed()
                        .thenComparing(ObservedRefusal::toString))
                .toList();
    }

    private static ObservedRefusal timed(ObservedRefusal key, long times) {
        return new ObservedRefusal(
                key.roles(), key.purpose(), key.action(), key.dataset(), key.field(), key.rule(), times);
    }

    @Override
    public void close() {
        end.run();
    }
}
