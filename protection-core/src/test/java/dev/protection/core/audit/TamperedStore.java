package dev.protection.core.audit;

import dev.protection.audit.AuditStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A store that somebody with the database's password has been at. */
final class TamperedStore implements AuditStore {
    private final InMemoryAuditStore inner = new InMemoryAuditStore();
    private UnaryOperator<List<byte[]>> entries = all -> all;
    private UnaryOperator<Set<Long>> index = real -> real;
    private UnaryOperator<LogHead> head = real -> real;

    void changeEntries(UnaryOperator<List<byte[]>> change) {
        entries = change;
    }

    void changeHead(UnaryOperator<LogHead> change) {
        head = change;
    }

    @Override
    public void append(List<OutboxEvent> events) {
        inner.append(events);
    }

    @Override
    public int integrate(int most, Integrator integrator) {
        return inner.integrate(most, (real, events) -> integrator.integrate(head.apply(real), events));
    }

    @Override
    public LogHead head() {
        return head.apply(inner.head());
    }

    @Override
    public List<LogEntry> find(List<Set<Long>> conditions, long from, int most) {
        return inner.find(conditions, from, most).stream()
                .flatMap(entry -> entries(entry.index(), 1).stream())
                .toList();
    }

    void changeIndex(UnaryOperator<Set<Long>> change) {
        index = change;
    }

    @Override
    public List<Set<Long>> terms(long from, int most) {
        return inner.terms(from, most).stream().map(index).toList();
    }

    @Override
    public List<LogEntry> entries(long from, int most) {
        List<byte[]> leaves = entries.apply(
                inner.entries(0, Integer.MAX_VALUE).stream().map(LogEntry::leaf).toList());
        List<LogEntry> page = new ArrayList<>();
        for (long index = from; index < Math.min(leaves.size(), from + most); index++) {
            page.add(new LogEntry(index, leaves.get((int) index)));
        }
        return page;
    }
}
