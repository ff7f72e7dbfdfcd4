package dev.protection.core.rights;

import dev.protection.SubjectRef;
import dev.protection.rights.SubjectStates;
import dev.protection.testing.SubjectStatesContract;
import java.nio.charset.StandardCharsets;

class InMemorySubjectStatesTest extends SubjectStatesContract {
    @Override
    protected SubjectStates emptyStates() {
        return new InMemorySubjectStates(this::hash);
    }

    @Override
    protected SubjectStates anotherNode(SubjectStates first) {
        return first;
    }

    @Override
    protected byte[] hash(SubjectRef subject) {
        String parts = subject.tenant().value() + '/' + subject.kind() + '/' + subject.id();
        return LedgerChain.sha256().digest(parts.getBytes(StandardCharsets.UTF_8));
    }
}
