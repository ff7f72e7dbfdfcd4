package dev.protection.core.flow;

import dev.protection.SubjectRef;
import java.util.Comparator;

/** The order in which every node locks persons, so that two writers of the same persons never wait for each other. */
final class SubjectOrder {
    static final Comparator<SubjectRef> INSTANCE = Comparator.comparing(
                    (SubjectRef subject) -> subject.tenant().value())
            .thenComparing(SubjectRef::kind)
            .thenComparing(SubjectRef::id);

    private SubjectOrder() {}
}
