package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.AuditMode;
import dev.protection.Dataset;
import dev.protection.ProtectionContext;
import dev.protection.access.Emergency;
import dev.protection.access.Rule;
import dev.protection.audit.AuditEvent;
import dev.protection.encryption.KeyHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Makes the events of the flows, records them, and lets the detectors see them. */
final class Events {
    private static final String NOBODY = "-";

    private final Engines engines;

    Events(Engines engines) {
        this.engines = engines;
    }

    void read(ProtectionContext context, Seen seen) {
        List<KeyHandle> subjects = List.copyOf(seen.subjects());
        AuditEvent event = event(
                context,
                AuditEvent.Kind.READ,
                Optional.of(seen.dataset()),
                seen.fields(),
                subjects,
                seen.rows(),
                AuditEvent.Outcome.DONE,
                instructed(context, Action.READ, Map.of()));
        if (seen.dataset().audit() == AuditMode.BUFFERED) {
            engines.audit().recordSoon(event);
        } else {
            engines.audit().record(event);
        }
        engines.access().opened(context, subjects.size());
        engines.observer().opened(context, seen.dataset(), subjects.size());
    }

    /** Somebody asked about a person what the library itself keeps: the record, the consents. */
    void asked(ProtectionContext context, Action action, List<KeyHandle> person, String of) {
        engines.audit()
                .record(event(
                        context,
                        AuditEvent.Kind.valueOf(action.name()),
                        Optional.empty(),
                        new TreeSet<>(),
                        person,
                        0,
                        AuditEvent.Outcome.DONE,
                        Map.of("of", of)));
    }

    void refused(ProtectionContext context, Action action, Dataset dataset, Optional<String> field, String code) {
        refused(context, action, dataset, field, Map.of("code", code), code);
    }

    /** That a controller has given no instruction is a gap, which is closed by one, or by not doing it. */
    void refused(
            ProtectionContext context, Action action, Dataset dataset, Optional<String> field, String code, Rule rule) {
        Map<String, String> facts = rule == Rule.NO_INSTRUCTION
                ? Map.of("code", code, "gap", "controller-instruction")
                : Map.of("code", code);
        refused(context, action, dataset, field, facts, code);
    }

    private void refused(
            ProtectionContext context,
            Action action,
            Dataset dataset,
            Optional<String> field,
            Map<String, String> facts,
            String code) {
        engines.audit()
                .record(event(
                        context,
                        AuditEvent.Kind.valueOf(action.name()),
                        Optional.of(dataset),
                        new TreeSet<>(field.map(List::of).orElse(List.of())),
                        List.of(),
                        0,
                        AuditEvent.Outcome.REFUSED,
                        facts));
        engines.observer().refused(context, action, dataset, code);
    }

    void refusedStatement(Optional<ProtectionContext> context, String code) {
        engines.audit()
                .record(new AuditEvent(
                        UUID.randomUUID(),
                        engines.clock().instant(),
                        AuditEvent.Kind.READ,
                        context.map(known -> known.actor().id()).orElse(NOBODY),
                        context.map(ProtectionContext::purpose).orElse(NOBODY),
                        context.map(ProtectionContext::tenant),
                        context.map(ProtectionContext::correlationId).orElse(NOBODY),
                        Optional.empty(),
                        new TreeSet<>(),
                        List.of(),
                        0,
                        AuditEvent.Outcome.REFUSED,
                        Map.of("code", code)));
    }

    AuditEvent written(PreparedWrite write, long rows, Collection<KeyHandle> subjects) {
        return event(
                write.context(),
                AuditEvent.Kind.valueOf(write.kind().action().name()),
                Optional.of(write.dataset()),
                new TreeSet<>(write.fields()),
                new ArrayList<>(subjects),
                rows,
                AuditEvent.Outcome.DONE,
                instructed(
                        write.context(),
                        write.kind().action(),
                        Map.of("statement", write.kind().name())));
    }

    /** With the controller's instruction under which it was done, and the emergency in which. */
    private Map<String, String> instructed(ProtectionContext context, Action action, Map<String, String> facts) {
        Optional<String> instruction = engines.access().instruction(context, action);
        Optional<String> emergency =
                Optional.ofNullable(context.actor().attributes().get(Emergency.ATTRIBUTE));
        if (instruction.isEmpty() && emergency.isEmpty()) {
            return facts;
        }
        Map<String, String> more = new HashMap<>(facts);
        instruction.ifPresent(name -> more.put("instruction", name));
        emergency.ifPresent(id -> more.put(RecordedBreakGlass.FACT, id));
        return more;
    }

    private AuditEvent event(
            ProtectionContext context,
            AuditEvent.Kind kind,
            Optional<Dataset> dataset,
            SortedSet<String> fields,
            List<KeyHandle> subjects,
            long rows,
            AuditEvent.Outcome outcome,
            Map<String, String> facts) {
        return new AuditEvent(
                UUID.randomUUID(),
                engines.clock().instant(),
                kind,
                context.actor().id(),
                context.purpose(),
                Optional.of(context.tenant()),
                context.correlationId(),
                dataset.map(Dataset::name),
                fields,
                subjects,
                rows,
                outcome,
                facts);
    }
}
