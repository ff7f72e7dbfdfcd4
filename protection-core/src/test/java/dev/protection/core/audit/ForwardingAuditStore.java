package dev.protection.core.audit;

import dev.protection.audit.AuditStore;
import java.util.List;
import java.util.Set;

/** Stands before a store in memory; a test overrides what is to go wrong. */
abstract class ForwardingAuditStore implements AuditStore {
    private final AuditStore inner = new InMemoryAuditStore();

    @Override
    public void append(List<OutboxEvent> events) {
        inner.append(events);
    }

    @Override
    public int integrate(int most, Integrator integrator) {
        return inner.integrate(most, integrator);
    }

    @Override
    public List<LogEntry> find(List<Set<Long>> conditions, long from, int most) {
        return inner.find(conditions, from, most);
    }

    @Override
    public List<Set<Long>> terms(long from, int most) {
        return inner.terms(from, most);
    }

    @Override
    public LogHead head() {
        return inner.head();
    }

    @Override
    public List<LogEntry> entries(long from, int most) {
        return inner.entries(from, most);
    }
}
