package dev.protection.core.retention;

import dev.protection.SubjectRef;
import dev.protection.retention.HoldId;
import dev.protection.retention.PlacedHold;
import dev.protection.retention.RetentionStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Holds for tests and first steps: they last as long as the process. */
public final class InMemoryRetentionStore implements RetentionStore {
    private final Map<HoldId, PlacedHold> holds = new TreeMap<>();

    /** Makes an empty store. */
    public InMemoryRetentionStore() {}

    @Override
    public synchronized void place(PlacedHold hold) {
        holds.putIfAbsent(hold.id(), hold);
    }

    @Override
    public synchronized Optional<PlacedHold> release(HoldId id, PlacedHold.Release release) {
        PlacedHold kept = holds.get(id);
        if (kept != null && kept.release().isEmpty()) {
            kept = new PlacedHold(id, kept.hold(), kept.placedBy(), kept.placedAt(), Optional.of(release));
            holds.put(id, kept);
        }
        return Optional.ofNullable(kept);
    }

    @Override
    public synchronized Optional<PlacedHold> find(HoldId id) {
        return Optional.ofNullable(holds.get(id));
    }

    @Override
    public synchronized List<PlacedHold> inForce(Collection<SubjectRef> subjects) {
        Set<SubjectRef> asked = new HashSet<>(subjects);
        return inForce().stream()
                .filter(hold -> asked.contains(hold.hold().subject()))
                .toList();
    }

    @Override
    public synchronized List<PlacedHold> inForce() {
        return holds.values().stream().filter(hold -> hold.release().isEmpty()).toList();
    }

    @Override
    public synchronized void forget(SubjectRef subject) {
        holds.values()
                .removeIf(hold ->
                        hold.release().isPresent() && hold.hold().subject().equals(subject));
    }
}
