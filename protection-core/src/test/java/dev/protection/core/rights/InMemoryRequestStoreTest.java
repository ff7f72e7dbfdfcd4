package dev.protection.core.rights;

import dev.protection.rights.RequestStore;
import dev.protection.testing.RequestStoreContract;

class InMemoryRequestStoreTest extends RequestStoreContract {
    @Override
    protected RequestStore emptyStore() {
        return new InMemoryRequestStore();
    }
}
