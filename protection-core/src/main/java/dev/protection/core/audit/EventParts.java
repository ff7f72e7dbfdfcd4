package dev.protection.core.audit;

import dev.protection.audit.AuditEvent;
import dev.protection.encryption.KeyHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Cuts an event of many persons into a head and parts of at most 1,000 handles (LOG-EVENT-6). The head has the number
 * of rows; ids count up, so that the parts stand one after the other in the log.
 */
final class EventParts {
    static final int MOST_HANDLES = 1_000;

    private EventParts() {}

    static List<AuditEvent> of(AuditEvent event) {
        int count = Math.max(1, (event.subjects().size() + MOST_HANDLES - 1) / MOST_HANDLES);
        List<AuditEvent> parts = new ArrayList<>(count);
        for (int part = 0; part < count; part++) {
            parts.add(count == 1 ? event : part(event, part, count));
        }
        return parts;
    }

    private static AuditEvent part(AuditEvent event, int part, int count) {
        int from = part * MOST_HANDLES;
        int to = Math.min(from + MOST_HANDLES, event.subjects().size());
        List<KeyHandle> subjects = event.subjects().subList(from, to);
        UUID id = event.id();
        Map<String, String> facts = new TreeMap<>(event.facts());
        facts.put("part", (part + 1) + "/" + count);
        return new AuditEvent(
                new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + part),
                event.at(),
                event.kind(),
                event.actor(),
                event.purpose(),
                event.tenant(),
                event.correlationId(),
                event.dataset(),
                event.fields(),
                subjects,
                part == 0 ? event.rows() : 0,
                event.outcome(),
                facts);
    }
}
