package dev.protection.core.audit;

import dev.protection.audit.AuditEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refusals that say the same, as one event: the first of them, the fields of all, and how many they are. */
final class RefusalCount {
    private final TreeSet<String> fields = new TreeSet<>();
    private @Nullable AuditEvent first;
    private Instant last = Instant.EPOCH;
    private long rows;
    private long count;

    void add(AuditEvent refusal) {
        if (first == null) {
            first = refusal;
        }
        last = refusal.at();
        fields.addAll(refusal.fields());
        rows += refusal.rows();
        count++;
    }

    /** Returns the event, and begins anew; empty when nothing was counted. A single refusal stays as it was. */
    Optional<AuditEvent> take() {
        if (first == null) {
            return Optional.empty();
        }
        AuditEvent event = count == 1 ? first : together(first);
        first = null;
        fields.clear();
        rows = 0;
        count = 0;
        return Optional.of(event);
    }

    private AuditEvent together(AuditEvent one) {
        Map<String, String> facts = new TreeMap<>(one.facts());
        facts.put("count", Long.toString(count));
        facts.put("until", last.toString());
        return new AuditEvent(
                one.id(),
                one.at(),
                one.kind(),
                one.actor(),
                one.purpose(),
                one.tenant(),
                one.correlationId(),
                one.dataset(),
                fields,
                one.subjects(),
                rows,
                one.outcome(),
                facts);
    }
}
