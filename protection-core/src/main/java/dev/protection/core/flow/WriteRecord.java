package dev.protection.core.flow;

import dev.protection.Field;
import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditStore.OutboxEvent;
import dev.protection.core.encryption.SubjectKeyring;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStateException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The record of a write, and what is asked before it is made: the states of the persons whose data it is. */
final class WriteRecord {
    private final Engines engines;
    private final Events events;

    WriteRecord(Engines engines, Events events) {
        this.engines = engines;
        this.events = events;
    }

    /** Locks and checks the persons' states and stores the event, in the application's transaction. */
    void store(PreparedWrite write, long rows, BusinessTransaction transaction) {
        TreeSet<SubjectRef> subjects = new TreeSet<>(SubjectOrder.INSTANCE);
        write.rows().forEach(row -> row.subject().ifPresent(subjects::add));
        Set<KeyHandle> handles = handles(write);
        Collection<SubjectState> states = transaction.lockShared(subjects).values();
        try {
            states.forEach(state -> check(write, state));
        } catch (SubjectStateException e) {
            events.refused(write.context(), write.kind().action(), write.dataset(), Optional.empty(), e.code());
            destroyKeysOfErased(write, states);
            throw e;
        }
        enqueue(events.written(write, rows, handles), transaction);
    }

    /** What {@link #store} would store. */
    List<OutboxEvent> events(PreparedWrite write, long rows) {
        return engines.audit().outbox(events.written(write, rows, handles(write)));
    }

    private void check(PreparedWrite write, SubjectState state) {
        StateRules.check(write.kind(), !write.fields().isEmpty(), state);
        new PersonRules(engines, write.context()).refusesUse(state).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** This write may have made them after the erasure destroyed all others; who was erased has none. */
    private void destroyKeysOfErased(PreparedWrite write, Collection<SubjectState> states) {
        Set<SubjectRef> erased = states.stream()
                .filter(state -> state.phase() == Phase.ERASED)
                .map(SubjectState::subject)
                .collect(Collectors.toSet());
        Set<KeyId> keys = write.rows().stream()
                .filter(row -> row.subject().filter(erased::contains).isPresent())
                .flatMap(row -> row.keys().stream())
                .map(SubjectKeyring::id)
                .collect(Collectors.toSet());
        if (!keys.isEmpty()) {
            engines.encryption().destroy(keys);
        }
    }

    /** Whose data is touched: by the keys that sealed it, or, where nothing was sealed, by those that are there. */
    private Set<KeyHandle> handles(PreparedWrite write) {
        Set<RetentionClass> classes = write.dataset().fields().values().stream()
                .filter(Field::encrypt)
                .map(field -> engines.map().retentionClass(write.dataset(), field))
                .collect(Collectors.toSet());
        Set<KeyHandle> handles = new LinkedHashSet<>();
        Set<KeyOwner> others = new LinkedHashSet<>();
        for (PreparedRow row : write.rows()) {
            row.keys().forEach(key -> handles.add(key.handle()));
            if (row.keys().isEmpty()) {
                row.subject().ifPresent(subject -> classes.forEach(each -> others.add(new KeyOwner(subject, each))));
            }
        }
        handles.addAll(engines.encryption().handles(others));
        return handles;
    }

    private void enqueue(AuditEvent event, BusinessTransaction transaction) {
        for (OutboxEvent part : engines.audit().outbox(event)) {
            transaction.enqueue(part.id(), part.at(), part.event());
        }
    }
}
