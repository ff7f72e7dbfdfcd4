package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.access.Deny;
import dev.protection.access.Permit;
import dev.protection.access.RowFilter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The protected read.
 *
 * <ol>
 *   <li>context;
 *   <li>decide READ for the rows and for every field, {@link #begin}: nothing permitted is a refusal, a field that
 *       decides something must be seen unmasked;
 *   <li>the caller sends the statement, with the {@linkplain ReadSession#filter filter} as its barrier;
 *   <li>per value, {@link ReadSession#open}: mask what the purpose does not need; compare the row's tenant and person
 *       with the key's; open;
 *   <li>record the persons actually seen, {@link ReadSession#close}.
 * </ol>
 *
 * <p>Safe for use by several threads; a session is for one at a time.
 */
public final class ProtectedRead {
    /** Stands for all tenants; nobody can be assigned to it. */
    static final TenantId ANY_TENANT = TenantId.of("*");

    private final Engines engines;
    private final Events events;
    private final Gate gate;

    ProtectedRead(Engines engines, Events events, Gate gate) {
        this.engines = engines;
        this.events = events;
        this.gate = gate;
    }

    /**
     * Decides a read before anything is sent.
     *
     * @param context who reads, and why
     * @param requests what is read, one for each dataset
     * @return the session, to be closed when the last value was handed out
     * @throws dev.protection.access.AccessDeniedException when something is not permitted
     */
    public ReadSession begin(ProtectionContext context, List<ReadRequest> requests) {
        Map<String, RowFilter> filters = new HashMap<>();
        ReadSession session = new ReadSession(engines, events, gate, context, requests, filters);
        for (ReadRequest request : requests) {
            Dataset dataset = request.dataset();
            RowFilter filter = gate.filter(context, Action.READ, dataset);
            filters.put(dataset.name(), filter);
            for (TenantId tenant : tenantsOf(context, dataset, filter)) {
                request.used().forEach(field -> requireUnmasked(context, dataset, field, tenant));
            }
            for (Field field : request.shown()) {
                if (field.encrypt()) {
                    requireAny(context, dataset, field, filter);
                } else if (maskedSomewhere(context, dataset, field, filter)) {
                    session.maskPlain(dataset, field);
                } else {
                    session.shown(dataset, field);
                }
            }
        }
        return session;
    }

    /** Tenants that stand for all: without a list of them, one that nobody is assigned to; a fixed one is the only one. */
    private Collection<TenantId> tenantsOf(ProtectionContext context, Dataset dataset, RowFilter filter) {
        if (dataset.tenant() instanceof TenantPath.Fixed fixed) {
            return Set.of(fixed.tenant());
        }
        return filter instanceof RowFilter.Tenants tenants
                ? engines.access().representatives(context, tenants)
                : Set.of(ANY_TENANT);
    }

    private void requireUnmasked(ProtectionContext context, Dataset dataset, Field field, TenantId tenant) {
        Permit permit = gate.require(context, Action.READ, dataset, Optional.of(field), tenant);
        if (permit.mask().isPresent()) {
            throw gate.refuse(context, Action.READ, dataset, Optional.of(field), new Deny(permit.facts()));
        }
    }

    /** A sealed value is decided about again when it is opened, by the tenant of its row. */
    private void requireAny(ProtectionContext context, Dataset dataset, Field field, RowFilter filter) {
        Collection<TenantId> tenants = tenantsOf(context, dataset, filter);
        boolean some = tenants.stream()
                .anyMatch(tenant -> gate.decide(context, Action.READ, dataset, Optional.of(field), tenant)
                        .permits());
        if (!some) {
            gate.require(context, Action.READ, dataset, Optional.of(field), context.tenant());
        }
    }

    /** A plain value cannot be taken back row by row, so one tenant that masks it masks it in all rows. */
    private boolean maskedSomewhere(ProtectionContext context, Dataset dataset, Field field, RowFilter filter) {
        boolean masked = false;
        for (TenantId tenant : tenantsOf(context, dataset, filter)) {
            masked |= gate.require(context, Action.READ, dataset, Optional.of(field), tenant)
                    .mask()
                    .isPresent();
        }
        return masked;
    }
}
