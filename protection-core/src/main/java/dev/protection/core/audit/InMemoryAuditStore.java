package dev.protection.core.audit;

import dev.protection.audit.AuditStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An audit store for tests and first steps: it lasts as long as the process. */
public final class InMemoryAuditStore implements AuditStore {
    private static final Comparator<OutboxEvent> ORDER = Comparator.comparing(OutboxEvent::at)
            .thenComparing(event -> event.id().toString());

    private final List<OutboxEvent> outbox = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private LogHead head = LogHead.EMPTY;

    /** Makes an empty store. */
    public InMemoryAuditStore() {}

    @Override
    public synchronized void append(List<OutboxEvent> events) {
        outbox.addAll(events);
    }

    @Override
    public synchronized int integrate(int most, Integrator integrator) {
        if (outbox.isEmpty()) {
            return 0;
        }
        outbox.sort(ORDER);
        List<OutboxEvent> taken = outbox.subList(0, Math.min(most, outbox.size()));
        int count = taken.size();
        Integration next = integrator.integrate(head, List.copyOf(taken));
        next.requireFits(head, count);
        next.leaves().forEach(leaf -> log.add(new LogEntry(log.size(), leaf)));
        head = next.head();
        taken.clear();
        return count;
    }

    @Override
    public synchronized LogHead head() {
        return head;
    }

    @Override
    public synchronized List<LogEntry> entries(long from, int most) {
        int first = (int) Math.min(from, log.size());
        return List.copyOf(log.subList(first, first + Math.min(most, log.size() - first)));
    }
}
