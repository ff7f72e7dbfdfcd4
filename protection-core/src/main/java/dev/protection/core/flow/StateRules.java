package dev.protection.core.flow;

import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStateException;

/** Which writes the state of a person allows (Art. 17, 18 GDPR; legal holds). */
final class StateRules {
    private StateRules() {}

    static void requireNotErased(SubjectState state) {
        if (state.phase() == Phase.ERASED) {
            throw SubjectStateException.phase(state.phase());
        }
    }

    static void check(WriteKind kind, boolean declaredFields, SubjectState state) {
        if (state.phase() != Phase.ACTIVE) {
            throw SubjectStateException.phase(state.phase());
        }
        if (state.restricted()) {
            throw SubjectStateException.restricted();
        }
        boolean destructive = kind == WriteKind.DELETE || (kind == WriteKind.UPDATE && declaredFields);
        if (state.holds() > 0 && destructive) {
            throw SubjectStateException.held();
        }
    }
}
