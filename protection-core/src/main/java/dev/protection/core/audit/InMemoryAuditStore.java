package dev.protection.core.audit;

import dev.protection.audit.AuditStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An audit store for tests and first steps: it lasts as long as the process. */
public final class InMemoryAuditStore implements AuditStore {
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
        List<OutboxEvent> waiting = outbox.stream()
                .sorted(Comparator.comparing(OutboxEvent::at).thenComparing(OutboxEvent::id))
                .limit(most)
                .toList();
        if (waiting.isEmpty()) {
            return 0;
        }
        Integration next = integrator.integrate(head, waiting);
        for (byte[] leaf : next.leaves()) {
            log.add(new LogEntry(log.size(), leaf));
        }
        head = next.head();
        outbox.removeAll(waiting);
        return waiting.size();
    }

    @Override
    public synchronized LogHead head() {
        return head;
    }

    @Override
    public synchronized List<LogEntry> entries(long from, int most) {
        return log.stream().skip(from).limit(most).toList();
    }
}
