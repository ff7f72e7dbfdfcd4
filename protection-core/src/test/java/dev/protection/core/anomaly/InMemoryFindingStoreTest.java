package dev.protection.core.anomaly;

import dev.protection.anomaly.FindingStore;
import dev.protection.testing.FindingStoreContract;

class InMemoryFindingStoreTest extends FindingStoreContract {
    private final FindingStore store = new InMemoryFindingStore();

    @Override
    protected FindingStore store() {
        return store;
    }
}
