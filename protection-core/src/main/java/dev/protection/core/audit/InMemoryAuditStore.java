package dev.protection.core.audit;

import dev.protection.audit.AuditStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** An audit store for tests and first steps: it lasts as long as the process. */
public final class InMemoryAuditStore implements AuditStore {
    private static final Comparator<OutboxEvent> ORDER = Comparator.comparing(OutboxEvent::at)
            .thenComparing(event -> event.id().toString());

    private final List<OutboxEvent> outbox = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();
    private final List<Set<Long>> index = new ArrayList<>();
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
        index.addAll(next.terms());
        head = next.head();
        taken.clear();
        return count;
    }

    @Override
    public synchronized List<LogEntry> find(List<Set<Long>> conditions, long from, int most) {
        return log.stream()
                .skip(from)
                .filter(entry ->
                        conditions.stream().noneMatch(any -> Collections.disjoint(any, index.get((int) entry.index()))))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Set<Long>> terms(long from, int most) {
        return index.stream().skip(from).limit(most).toList();
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
