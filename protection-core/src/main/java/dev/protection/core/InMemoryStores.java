package dev.protection.core;

import dev.protection.access.TenantTree;
import dev.protection.audit.AuditStore;
import dev.protection.core.audit.InMemoryAuditStore;
import dev.protection.core.encryption.InMemoryKeyStore;
import dev.protection.core.rights.InMemorySubjectStates;
import dev.protection.encryption.WrappedKeyStore;
import dev.protection.rights.SubjectStates;
import java.util.Optional;

/** All ports in memory. */
final class InMemoryStores implements Stores {
    private final WrappedKeyStore keys = new InMemoryKeyStore();
    private final AuditStore audit = new InMemoryAuditStore();
    private final SubjectStates states = new InMemorySubjectStates();

    @Override
    public WrappedKeyStore keys() {
        return keys;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    @Override
    public SubjectStates states() {
        return states;
    }

    @Override
    public Optional<TenantTree> tenants() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
