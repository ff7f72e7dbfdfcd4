package dev.protection.core.audit;

import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.LogEntry;
import dev.protection.audit.TamperedLogException;
import java.util.ArrayList;
import java.util.List;

/** Finds events by reading the log from its beginning. */
final class LogSearch {
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final EventCodec codec;

    LogSearch(AuditStore store, EventCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    List<AuditEvent> find(AuditQuery query) {
        List<AuditEvent> found = new ArrayList<>();
        long from = 0;
        List<LogEntry> entries;
        do {
            entries = store.entries(from, BATCH);
            entries.stream()
                    .map(this::event)
                    .filter(query::matches)
                    .limit(query.most() - found.size())
                    .forEach(found::add);
            from += BATCH;
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
