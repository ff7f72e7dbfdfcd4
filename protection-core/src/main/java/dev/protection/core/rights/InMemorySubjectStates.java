package dev.protection.core.rights;

import dev.protection.SubjectRef;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** States for tests and first steps: they last as long as the process. */
public final class InMemorySubjectStates implements SubjectStates {
    private static final Comparator<SubjectRef> ORDER = Comparator.comparing(SubjectRef::tenant)
            .thenComparing(SubjectRef::kind)
            .thenComparing(SubjectRef::id);

    private final Function<SubjectRef, byte[]> keyedHash;
    private final TreeMap<SubjectRef, SubjectState> states = new TreeMap<>(ORDER);
    private final Set<String> tombstones = new HashSet<>();

    /**
     * Makes an empty store.
     *
     * @param keyedHash under which erased persons are remembered
     */
    public InMemorySubjectStates(Function<SubjectRef, byte[]> keyedHash) {
        this.keyedHash = keyedHash;
    }

    @Override
    public synchronized Map<SubjectRef, SubjectState> get(Collection<SubjectRef> subjects) {
        Map<SubjectRef, SubjectState> found = new LinkedHashMap<>();
        subjects.forEach(subject -> found.put(subject, state(subject)));
        return found;
    }

    private SubjectState state(SubjectRef subject) {
        return tombstones.contains(tombstone(subject))
                ? SubjectState.erased(subject)
                : states.getOrDefault(subject, SubjectState.active(subject));
    }

    private String tombstone(SubjectRef subject) {
        return HexFormat.of().formatHex(keyedHash.apply(subject));
    }

    @Override
    public synchronized SubjectState update(SubjectRef subject, UnaryOperator<SubjectState> change) {
        SubjectState next = change.apply(state(subject));
        if (!next.subject().equals(subject)) {
            throw new IllegalArgumentException("the state of one person does not become another's");
        }
        if (next.phase() == Phase.ERASED) {
            tombstones.add(tombstone(subject));
            states.remove(subject);
        } else {
            tombstones.remove(tombstone(subject));
            states.put(subject, next);
        }
        return state(subject);
    }

    @Override
    public synchronized boolean anyWithheld(String kind, String use) {
        return states.values().stream()
                .filter(state -> state.subject().kind().equals(kind))
                .anyMatch(state -> use.equals(RESTRICTED)
                        ? state.restricted()
                        : state.objections().contains(use));
    }

    @Override
    public synchronized List<SubjectRef> known(Optional<SubjectRef> after, int most) {
        return after.map(last -> states.tailMap(last, false)).orElse(states).keySet().stream()
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void rememberErased(Collection<byte[]> hashes) {
        hashes.forEach(hash -> tombstones.add(HexFormat.of().formatHex(hash)));
    }

    @Override
    public synchronized void forgetErased(Collection<byte[]> hashes) {
        hashes.forEach(hash -> tombstones.remove(HexFormat.of().formatHex(hash)));
    }
}
