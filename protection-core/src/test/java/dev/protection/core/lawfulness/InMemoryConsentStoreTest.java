package dev.protection.core.lawfulness;

import dev.protection.lawfulness.ConsentStore;
import dev.protection.testing.ConsentStoreContract;

class InMemoryConsentStoreTest extends ConsentStoreContract {
    @Override
    protected ConsentStore emptyStore() {
        return new InMemoryConsentStore();
    }
}
