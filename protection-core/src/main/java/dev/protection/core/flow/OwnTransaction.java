package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.audit.AuditStore.OutboxEvent;
import dev.protection.core.audit.AuditEngine;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;

/** The part of a transaction for hosts that have none: states are read, the event is durable at once. */
record OwnTransaction(SubjectStates states, AuditEngine audit) implements BusinessTransaction {
    @Override
    public Map<SubjectRef, SubjectState> lockShared(SortedSet<SubjectRef> subjects) {
        return states.get(subjects);
    }

    @Override
    public void enqueue(UUID id, Instant at, byte[] event) {
        audit.keep(List.of(new OutboxEvent(id, at, event)));
    }
}
