package dev.protection.core.flow;

import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.Who;
import dev.protection.encryption.KeyHandle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Records what is done for rights and retention. */
final class RightsEvents {
    private final RightsParts parts;

    RightsEvents(RightsParts parts) {
        this.parts = parts;
    }

    /** Records a change by a caller. */
    void changed(
            AuditEvent.Kind kind,
            AuditEvent.Outcome outcome,
            Who who,
            TenantId tenant,
            List<KeyHandle> subjects,
            Map<String, String> facts) {
        record(UUID.randomUUID(), kind, outcome, who, tenant, subjects, 0, facts);
    }

    /** Records a download: each one is another disclosure. */
    void exported(
            AuditEvent.Outcome outcome,
            Who who,
            TenantId tenant,
            List<KeyHandle> subjects,
            long rows,
            Map<String, String> facts) {
        record(UUID.randomUUID(), AuditEvent.Kind.EXPORT, outcome, who, tenant, subjects, rows, facts);
    }

    /** Records a step of a job, under the same id when the step is done again. */
    void step(
            String step,
            AuditEvent.Kind kind,
            AuditEvent.Outcome outcome,
            Who who,
            TenantId tenant,
            List<KeyHandle> subjects,
            long rows,
            Map<String, String> facts) {
        UUID id = UUID.nameUUIDFromBytes(step.getBytes(StandardCharsets.UTF_8));
        record(id, kind, outcome, who, tenant, subjects, rows, facts);
    }

    private void record(
            UUID id,
            AuditEvent.Kind kind,
            AuditEvent.Outcome outcome,
            Who who,
            TenantId tenant,
            List<KeyHandle> subjects,
            long rows,
            Map<String, String> facts) {
        parts.audit()
                .accept(new AuditEvent(
                        id,
                        parts.clock().instant(),
                        kind,
                        who.actor(),
                        who.purpose(),
                        Optional.of(tenant),
                        who.correlation(),
                        Optional.empty(),
                        new TreeSet<>(),
                        subjects,
                        rows,
                        outcome,
                        facts));
    }
}
