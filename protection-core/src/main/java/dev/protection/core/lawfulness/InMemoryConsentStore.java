package dev.protection.core.lawfulness;

import dev.protection.SubjectRef;
import dev.protection.lawfulness.ConsentEvent;
import dev.protection.lawfulness.ConsentStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Consents for tests and first steps: they last as long as the process. */
public final class InMemoryConsentStore implements ConsentStore {
    private final Map<SubjectRef, List<ConsentEvent>> events = new HashMap<>();

    /** Makes an empty store. */
    public InMemoryConsentStore() {}

    @Override
    public synchronized void append(ConsentEvent event) {
        List<ConsentEvent> known = events.computeIfAbsent(event.subject(), none -> new ArrayList<>());
        if (known.stream().noneMatch(each -> each.id().equals(event.id()))) {
            known.add(event);
        }
    }

    @Override
    public synchronized List<ConsentEvent> of(SubjectRef subject) {
        return List.copyOf(events.getOrDefault(subject, List.of()));
    }

    @Override
    public synchronized void forget(SubjectRef subject) {
        events.remove(subject);
    }
}
