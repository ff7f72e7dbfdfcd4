package dev.protection.core.rights;

import dev.protection.rights.LedgerEpochStore;
import dev.protection.testing.LedgerEpochStoreContract;

class InMemoryLedgerEpochStoreTest extends LedgerEpochStoreContract {
    @Override
    protected LedgerEpochStore emptyStore() {
        return new InMemoryLedgerEpochStore();
    }

    @Override
    protected LedgerEpochStore anotherNode(LedgerEpochStore first) {
        return first;
    }
}
