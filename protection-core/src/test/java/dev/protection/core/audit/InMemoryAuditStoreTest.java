package dev.protection.core.audit;

import dev.protection.audit.AuditStore;
import dev.protection.testing.AuditStoreContract;

class InMemoryAuditStoreTest extends AuditStoreContract {
    @Override
    protected AuditStore emptyStore() {
        return new InMemoryAuditStore();
    }
}
