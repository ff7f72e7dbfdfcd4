package dev.protection.core.lawfulness;

import dev.protection.SubjectRef;
import dev.protection.lawfulness.ConsentEvent;
import dev.protection.lawfulness.ConsentStore;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RecordRef;
import dev.protection.rights.RunContext;
import dev.protection.rights.SourceDescriptor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The consents as data of the person: they are in the person's copy (Art. 15, 20 GDPR) and go with the erasure. All of one
 * person are few, so they are one page; whoever has some also has a state, by which a replay of the ledger finds the person.
 */
public final class ConsentSource implements PersonalDataSource {
    private static final String NAME = "consents";
    private static final SortedSet<String> FIELDS = new TreeSet<>(Set.of("method", "notice", "purpose", "status"));

    private final ConsentStore store;

    /**
     * Makes the source.
     *
     * @param store the consents
     */
    public ConsentSource(ConsentStore store) {
        this.store = store;
    }

    @Override
    public SourceDescriptor describe() {
        return new SourceDescriptor(NAME, 1, new TreeSet<>(), new TreeSet<>());
    }

    @Override
    public Page<Found> locate(SubjectRef subject, Cursor after, RunContext run) {
        return Page.last(store.of(subject).stream().map(ConsentSource::found).toList());
    }

    private static Found found(ConsentEvent event) {
        return new Found(ref(event), event.subject(), FIELDS, Optional.of(event.at()));
    }

    private static RecordRef ref(ConsentEvent event) {
        return new RecordRef(NAME, NAME, event.id().toString());
    }

    @Override
    public Page<Found> older(String dataset, Instant until, Cursor after, RunContext run) {
        return Page.last(List.of());
    }

    @Override
    public Page<ExportItem> export(SubjectRef subject, Cursor after, RunContext run) {
        return Page.last(store.of(subject).stream().map(ConsentSource::item).toList());
    }

    private static ExportItem item(ConsentEvent event) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        values.put("purpose", Optional.of(event.purpose()));
        values.put("status", Optional.of(event.status().name()));
        values.put("at", Optional.of(event.at().toString()));
        values.put("notice", Optional.of(event.how().notice()));
        values.put("method", Optional.of(event.how().method()));
        return new ExportItem(ref(event), values, Set.of(), Optional.empty());
    }

    @Override
    public Page<RecordOutcome> erase(SubjectRef subject, Cursor after, RunContext run) {
        List<ConsentEvent> events = store.of(subject);
        boolean stays = events.stream()
                .anyMatch(event -> run.rule().decide(found(event)).isNothing());
        if (events.isEmpty() || stays) {
            return Page.last(List.of());
        }
        store.forget(subject);
        return Page.last(events.stream()
                .map(event -> RecordOutcome.erased(ref(event), FIELDS))
                .toList());
    }

    @Override
    public Page<Found> verify(SubjectRef subject, Cursor after, RunContext run) {
        return locate(subject, after, run);
    }
}
