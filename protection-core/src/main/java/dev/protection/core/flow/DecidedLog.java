package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditLog;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.Verification;
import dev.protection.core.audit.AuditEngine;
import dev.protection.encryption.KeyHandle;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The log, where a question about a person is decided, recorded, and asked with the handles of the person's keys. */
record DecidedLog(RightsGate gate, AuditEngine engine, KeyDestruction keys) implements AuditLog {
    @Override
    public List<AuditEvent> find(AuditQuery query) {
        return engine.find(query);
    }

    @Override
    public List<AuditEvent> about(SubjectRef person, AuditQuery query) {
        ProtectionContext context =
                gate.require(new RequestConcern(Action.READ, person.tenant(), Optional.of(person.kind())));
        Set<KeyHandle> handles = new HashSet<>();
        keys.keysOf(person).forEach(key -> key.handle().ifPresent(handles::add));
        gate.asked(context, Action.READ, handles, "audit-log");
        if (!query.subjects().isEmpty()) {
            handles.retainAll(query.subjects());
        }
        // Without persons the query would ask about everybody.
        return handles.isEmpty() ? List.of() : engine.find(query.subjects(handles));
    }

    @Override
    public Verification verify() {
        return engine.verify();
    }

    @Override
    public void export(Path directory) {
        engine.export(directory);
    }
}
