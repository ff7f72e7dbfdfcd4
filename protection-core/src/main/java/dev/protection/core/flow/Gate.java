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
import java.util.Optional;

/** Where every flow asks for a decision, and where every refusal is recorded before it is thrown. */
final class Gate {
    private final Engines engines;
    private final Events events;

    Gate(Engines engines, Events events) {
        this.engines = engines;
        this.events = events;
    }

    Permit require(ProtectionContext context, Action action, Dataset dataset, Optional<Field> field, TenantId tenant) {
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
        RowFilter filter = engines.access().filter(context, action, dataset);
        if (filter instanceof RowFilter.None none) {
            throw refuse(context, action, dataset, Optional.empty(), none.why());
        }
        return filter;
    }

    AccessDeniedException refuse(
            ProtectionContext context, Action action, Dataset dataset, Optional<Field> field, Decision decision) {
        AccessDeniedException refusal = new AccessDeniedException(decision);
        events.refused(context, action, dataset, field.map(Field::name), refusal.code());
        return refusal;
    }
}
