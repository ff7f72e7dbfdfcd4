package dev.protection.core;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Access;
import dev.protection.access.Decision;
import dev.protection.access.Entitlement;
import dev.protection.access.RowFilter;
import dev.protection.core.flow.Contexts;
import java.util.List;

/** Decisions under the same context as the flows take: a host that asks first is told what the flow will do. */
record ContextualAccess(Access engine, Contexts contexts) implements Access {
    @Override
    public Decision decide(Action action, String dataset, String field, SubjectRef subject) {
        try (Scope scope = contexts.current().open()) {
            return engine.decide(action, dataset, field, subject);
        }
    }

    @Override
    public RowFilter filter(Action action, String dataset) {
        try (Scope scope = contexts.current().open()) {
            return engine.filter(action, dataset);
        }
    }

    @Override
    public Decision why(ProtectionContext who, Action action, String dataset, String field, SubjectRef subject) {
        contexts.current();
        return engine.why(who, action, dataset, field, subject);
    }

    @Override
    public List<Entitlement> who(Action action, String dataset, String field, TenantId tenant) {
        contexts.current();
        return engine.who(action, dataset, field, tenant);
    }
}
