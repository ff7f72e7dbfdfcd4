package dev.protection.core.encryption;

import dev.protection.encryption.WrappedKeyStore;
import dev.protection.testing.WrappedKeyStoreContract;

class InMemoryKeyStoreTest extends WrappedKeyStoreContract {
    @Override
    protected WrappedKeyStore emptyStore() {
        return new InMemoryKeyStore();
    }
}
