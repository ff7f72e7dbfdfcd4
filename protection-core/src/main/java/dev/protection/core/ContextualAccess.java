package dev.protection.core;

import dev.protection.Action;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.access.Access;
import dev.protection.access.Decision;
import dev.protection.access.RowFilter;
import dev.protection.core.flow.Contexts;

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
}
