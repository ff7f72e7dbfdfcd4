package dev.protection.core.rights;

import dev.protection.SubjectRef;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** States for tests and first steps: they last as long as the process. */
public final class InMemorySubjectStates implements SubjectStates {
    private final Map<SubjectRef, SubjectState> states = new ConcurrentHashMap<>();

    /** Makes an empty store. */
    public InMemorySubjectStates() {}

    @Override
    public Map<SubjectRef, SubjectState> get(Collection<SubjectRef> subjects) {
        Map<SubjectRef, SubjectState> found = new LinkedHashMap<>();
        subjects.forEach(subject -> found.put(subject, states.getOrDefault(subject, SubjectState.active(subject))));
        return found;
    }

    @Override
    public SubjectState update(SubjectRef subject, UnaryOperator<SubjectState> change) {
        return states.compute(subject, (key, known) -> {
            SubjectState next = change.apply(known == null ? SubjectState.active(subject) : known);
            if (!next.subject().equals(subject)) {
                throw new IllegalArgumentException("the state of one person does not become another's");
            }
            return next.phase() == Phase.ERASED ? new SubjectState(subject, Phase.ERASED, false, 0) : next;
        });
    }
}
