package dev.protection.core.flow;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.access.BreakGlass;
import dev.protection.access.BreakGlassException;
import dev.protection.access.Emergency;
import dev.protection.access.EmergencyReport;
import dev.protection.anomaly.Anomaly;
import dev.protection.anomaly.SecurityEvent;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.access.AccessEngine;
import dev.protection.core.audit.AuditEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Breaks the glass: recorded before anything counts, then noticed.
 *
 * @param access decides
 * @param audit records, and remembers what was reviewed
 * @param anomaly raises the finding
 * @param contexts who acts
 * @param clock tells the time
 */
public record RecordedBreakGlass(
        AccessEngine access, AuditEngine audit, Anomaly anomaly, Contexts contexts, InstantSource clock)
        implements BreakGlass {
    /** What marks the records of what is done in an emergency. */
    static final String FACT = "break-glass";

    private static final int LONGEST = 500;
    private static final String CHANGE = "change";
    private static final String OPENED = "glass-broken";
    private static final String CLOSED = "glass-closed";
    private static final String REVIEWED = "glass-reviewed";

    @Override
    public Emergency open(String reason) {
        require(reason);
        ProtectionContext context = contexts.current();
        Duration length =
                access.emergency(context).orElseThrow(() -> BreakGlassException.notProvided(context.purpose()));
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        record(
                context,
                id,
                OPENED,
                Map.of("reason", reason, "until", now.plus(length).toString()));
        access.openEmergency(id, context.actor());
        anomaly.observe(new SecurityEvent.GlassBroken(
                now, context.tenant(), context.actor().id(), id));
        return new Emergency(id, marked(context, id), now.plus(length));
    }

    private static ProtectionContext marked(ProtectionContext context, String id) {
        Actor actor = context.actor();
        Map<String, String> attributes = new HashMap<>(actor.attributes());
        attributes.put(Emergency.ATTRIBUTE, id);
        return new ProtectionContext(
                new Actor(actor.id(), actor.roles(), actor.tenants(), attributes),
                context.purpose(),
                context.tenant(),
                context.correlationId());
    }

    @Override
    public void close(String id) {
        access.closeEmergency(id);
        record(contexts.current(), id, CLOSED, Map.of());
    }

    @Override
    public List<EmergencyReport> unreviewed() {
        List<AuditEvent> events = audit.find(AuditQuery.ALL.kinds(AuditEvent.Kind.POLICY));
        Set<String> reviewed = new HashSet<>();
        events.stream()
                .filter(event -> REVIEWED.equals(event.facts().get(CHANGE)))
                .forEach(event -> reviewed.add(event.facts().getOrDefault(FACT, "")));
        return events.stream()
                .filter(event -> OPENED.equals(event.facts().get(CHANGE)))
                .filter(event -> !reviewed.contains(event.facts().getOrDefault(FACT, "")))
                .map(event -> new EmergencyReport(
                        event.facts().getOrDefault(FACT, ""),
                        event.actor(),
                        event.facts().getOrDefault("reason", ""),
                        event.at()))
                .sorted(Comparator.comparing(EmergencyReport::at))
                .toList();
    }

    @Override
    public void review(String id, String judgement) {
        require(judgement);
        ProtectionContext context = contexts.current();
        boolean waits = unreviewed().stream()
                .anyMatch(report -> report.id().equals(id)
                        && !report.actor().equals(context.actor().id()));
        if (!waits) {
            throw BreakGlassException.review(id);
        }
        record(context, id, REVIEWED, Map.of("judgement", judgement));
    }

    private static void require(String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw BreakGlassException.reason(LONGEST);
        }
    }

    private void record(ProtectionContext context, String id, String change, Map<String, String> more) {
        Map<String, String> facts = new HashMap<>(more);
        facts.put(CHANGE, change);
        facts.put(FACT, id);
        audit.record(new AuditEvent(
                UUID.randomUUID(),
                clock.instant(),
                AuditEvent.Kind.POLICY,
                context.actor().id(),
                context.purpose(),
                Optional.of(context.tenant()),
                context.correlationId(),
                Optional.empty(),
                new TreeSet<>(),
                List.of(),
                0,
                AuditEvent.Outcome.DONE,
                facts));
    }
}
