package dev.protection.core.flow;

import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.core.encryption.SubjectKeyring;
import dev.protection.encryption.KeyOwner;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which values only a duty to keep still holds: a person was erased, and what a law makes one keep is readable for that
 * duty's purposes alone. Values under no duty went with their key and need no look-up.
 */
final class KeptSubjects {
    private final SubjectStates states;
    private final String purpose;
    private final Map<SubjectRef, Phase> known = new HashMap<>();
    private final Map<RetentionClass, Boolean> others = new HashMap<>();

    KeptSubjects(SubjectStates states, String purpose) {
        this.states = states;
        this.purpose = purpose;
    }

    void prefetch(Collection<SubjectKeyring> keys) {
        Set<SubjectRef> unknown = new HashSet<>();
        for (SubjectKeyring key : keys) {
            if (isOfOtherPurposes(key)) {
                key.owner()
                        .map(KeyOwner::subject)
                        .filter(subject -> !known.containsKey(subject))
                        .ifPresent(unknown::add);
            }
        }
        if (!unknown.isEmpty()) {
            for (SubjectState state : states.get(unknown).values()) {
                known.put(state.subject(), state.phase());
            }
        }
    }

    /** Tells whether the value is not for this purpose any more. */
    boolean isWithheld(SubjectKeyring key, SubjectRef subject) {
        if (!isOfOtherPurposes(key)) {
            return false;
        }
        prefetch(Set.of(key));
        return known.getOrDefault(subject, Phase.ACTIVE) != Phase.ACTIVE;
    }

    private boolean isOfOtherPurposes(SubjectKeyring key) {
        RetentionClass duties = key.retentionClass();
        return !duties.equals(RetentionClass.NONE) && others.computeIfAbsent(duties, this::isOfOtherPurposes);
    }

    private boolean isOfOtherPurposes(RetentionClass duties) {
        return !duties.purposes().contains(purpose);
    }

    void forget() {
        known.clear();
    }
}
