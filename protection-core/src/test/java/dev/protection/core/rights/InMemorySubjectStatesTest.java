package dev.protection.core.rights;

import dev.protection.rights.SubjectStates;
import dev.protection.testing.SubjectStatesContract;

class InMemorySubjectStatesTest extends SubjectStatesContract {
    @Override
    protected SubjectStates emptyStates() {
        return new InMemorySubjectStates();
    }

    @Override
    protected SubjectStates anotherNode(SubjectStates first) {
        return first;
    }
}
