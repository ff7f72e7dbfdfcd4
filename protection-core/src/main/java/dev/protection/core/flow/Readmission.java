package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.Who;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestException;
import dev.protection.rights.SubjectState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets a person who was erased come back, by the person's own doing. */
final class Readmission {
    private final RightsParts parts;
    private final RightsEvents events;

    Readmission(RightsParts parts, RightsEvents events) {
        this.parts = parts;
        this.events = events;
    }

    void of(SubjectRef subject, Who who, String reference) {
        Phase phase =
                parts.states().get(List.of(subject)).values().iterator().next().phase();
        if (phase != Phase.ERASED) {
            throw RequestException.notErased(phase);
        }
        // first, so that a crash leaves a record without a readmission rather than a readmission without its record
        events.changed(
                AuditEvent.Kind.REQUEST,
                AuditEvent.Outcome.DONE,
                who,
                subject.tenant(),
                List.of(),
                Map.of("change", "readmitted", "reference", reference));
        String line = UUID.randomUUID() + "/readmit";
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("type", "readmit");
        facts.put("subject", parts.hash().hex(subject));
        facts.put("hash", parts.hash().fingerprint());
        parts.ledger().append(line, parts.clock().instant(), facts);
        parts.states().update(subject, state -> state.phase() == Phase.ERASED ? SubjectState.active(subject) : state);
        parts.guard().readmitted(line);
    }
}
