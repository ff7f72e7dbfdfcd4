package dev.protection.core.audit;

import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.LogEntry;
import dev.protection.audit.TamperedLogException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds events by the index, in pages; what is found is compared with the query itself. */
final class LogSearch {
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final EventCodec codec;
    private final LogIndex index = new LogIndex();

    LogSearch(AuditStore store, EventCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    List<AuditEvent> find(AuditQuery query) {
        List<AuditEvent> found = new ArrayList<>();
        List<Set<Long>> conditions = index.conditions(query);
        Set<UUID> seen = new HashSet<>(); // a job's step that was cut off and done again is recorded under the same id
        long from = 0;
        List<LogEntry> entries;
        do {
            entries = store.find(conditions, from, BATCH);
            entries.stream()
                    .map(this::event)
                    .filter(query::matches)
                    .filter(event -> seen.add(event.id()))
                    .limit(query.most() - found.size())
                    .forEach(found::add);
            from = entries.isEmpty() ? from : entries.get(entries.size() - 1).index() + 1;
        } while (entries.size() == BATCH && found.size() < query.most());
        return found;
    }

    private AuditEvent event(LogEntry entry) {
        try {
            return codec.decode(entry.leaf());
        } catch (IllegalArgumentException e) {
            throw new TamperedLogException("entry " + entry.index() + " of the audit log is no event");
        }
    }
}
