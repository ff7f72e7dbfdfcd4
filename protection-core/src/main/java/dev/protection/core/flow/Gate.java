package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.Decision;
import dev.protection.access.Permit;
import dev.protection.access.RowFilter;
import dev.protection.encryption.KeyHandle;
import dev.protection.rights.QuarantineException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where every flow asks for a decision, and where every refusal is recorded before it is thrown. */
final class Gate {
    private final Engines engines;
    private final Events events;
    private final LedgerGuard guard;

    Gate(Engines engines, Events events, LedgerGuard guard) {
        this.engines = engines;
        this.events = events;
        this.guard = guard;
    }

    /** Data older than the erasure ledger is not served. */
    private void requireServing(ProtectionContext context, Action action, Dataset dataset) {
        try {
            guard.requireServing();
        } catch (QuarantineException e) {
            events.refused(context, action, dataset, Optional.empty(), e.code());
            throw e;
        }
    }

    /** As above, for a read that is under way. */
    void requireServing() {
        guard.requireServing();
    }

    Permit require(ProtectionContext context, Action action, Dataset dataset, Optional<Field> field, TenantId tenant) {
        requireServing(context, action, dataset);
        Decision decision = engines.access().decide(context, action, dataset, field, tenant);
        if (decision instanceof Permit permit) {
            return permit;
        }
        throw refuse(context, action, dataset, field, decision);
    }

    Decision decide(ProtectionContext context, Action action, Dataset dataset, Optional<Field> field, TenantId tenant) {
        return engines.access().decide(context, action, dataset, field, tenant);
    }

    RowFilter filter(ProtectionContext context, Action action, Dataset dataset) {
        requireServing(context, action, dataset);
        RowFilter filter = engines.access().filter(context, action, dataset);
        if (filter instanceof RowFilter.None none) {
            throw refuse(context, action, dataset, Optional.empty(), none.why());
        }
        return filter;
    }

    void asked(ProtectionContext context, Action action, Set<KeyHandle> person, String of) {
        events.asked(context, action, List.copyOf(person), of);
    }

    AccessDeniedException refuse(
            ProtectionContext context, Action action, Dataset dataset, Optional<Field> field, Decision decision) {
        AccessDeniedException refusal = new AccessDeniedException(decision);
        events.refused(
                context,
                action,
                dataset,
                field.map(Field::name),
                refusal.code(),
                decision.facts().rule());
        return refusal;
    }
}
