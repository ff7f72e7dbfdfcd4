package dev.protection.core.retention;

import dev.protection.retention.RetentionStore;
import dev.protection.testing.RetentionStoreContract;

class InMemoryRetentionStoreTest extends RetentionStoreContract {
    @Override
    protected RetentionStore emptyStore() {
        return new InMemoryRetentionStore();
    }
}
