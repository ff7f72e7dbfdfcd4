package dev.protection.core.flow;

import dev.protection.ProtectionContext;
import dev.protection.ProtectionException;
import dev.protection.access.Policy;
import dev.protection.access.PolicyChange;
import dev.protection.access.PolicyTrial;
import dev.protection.audit.AuditEvent;
import dev.protection.core.access.AccessEngine;
import dev.protection.core.audit.AuditEngine;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Puts another policy in force, recorded with who did it and what differs: as an intent before, so that no policy counts
 * without a record, and as done or failed after.
 *
 * @param access decides by the policy
 * @param audit records
 * @param clock tells the time
 */
public record PolicyReload(AccessEngine access, AuditEngine audit, InstantSource clock) {
    private static final String NOBODY = "-";

    /**
     * Asks the source for its policy and puts it in force.
     *
     * @param context who does it; empty for a host that binds none to its administration
     * @return what changed
     * @throws ProtectionException when the source fails, the policy does not fit the declaration, or the record cannot be
     *     kept before; the policy before stays in force
     */
    public PolicyChange reload(Optional<ProtectionContext> context) {
        PolicyChange change;
        try {
            change = access.reload(announced -> record(context, AuditEvent.Outcome.INTENT, announced.asData()));
        } catch (ProtectionException e) {
            record(context, AuditEvent.Outcome.FAILED, Map.of("code", e.code()));
            throw e;
        }
        record(context, AuditEvent.Outcome.DONE, change.asData());
        return change;
    }

    /**
     * Observes a policy without putting it in force; recorded before it begins.
     *
     * @param context who does it; empty for a host that binds none to its administration
     * @param candidate the policy
     * @return what it would refuse
     * @throws ProtectionException when it does not fit the declaration, or the record cannot be kept
     */
    public PolicyTrial observe(Optional<ProtectionContext> context, Policy candidate) {
        record(context, AuditEvent.Outcome.DONE, Map.of("change", "observed", "candidate", candidate.hash()));
        return access.observe(candidate);
    }

    private void record(Optional<ProtectionContext> context, AuditEvent.Outcome outcome, Map<String, String> facts) {
        audit.record(new AuditEvent(
                UUID.randomUUID(),
                clock.instant(),
                AuditEvent.Kind.POLICY,
                context.map(known -> known.actor().id()).orElse(NOBODY),
                context.map(ProtectionContext::purpose).orElse(NOBODY),
                context.map(ProtectionContext::tenant),
                context.map(ProtectionContext::correlationId).orElse(NOBODY),
                Optional.empty(),
                new TreeSet<>(),
                List.of(),
                0,
                outcome,
                facts));
    }
}
