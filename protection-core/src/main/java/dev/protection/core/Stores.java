package dev.protection.core;

import dev.protection.access.TenantTree;
import dev.protection.audit.AuditStore;
import dev.protection.encryption.WrappedKeyStore;
import dev.protection.rights.SubjectStates;
import java.util.Optional;

/** Where the library keeps its state: one implementation of every port. Safe for use by several threads. */
public interface Stores extends AutoCloseable {
    /**
     * Returns stores that last as long as the process: for tests and first steps.
     *
     * @return empty stores
     */
    static Stores inMemory() {
        return new InMemoryStores();
    }

    /**
     * Returns where wrapped keys are kept, apart from the data.
     *
     * @return the key store
     */
    WrappedKeyStore keys();

    /**
     * Returns where the outbox and the log are kept, with the data.
     *
     * @return the audit store
     */
    AuditStore audit();

    /**
     * Returns where the states of persons are kept, with the data.
     *
     * @return the states
     */
    SubjectStates states();

    /**
     * Returns the tree of tenants that the data's database holds.
     *
     * @return empty when the configuration names no table of tenants
     */
    Optional<TenantTree> tenants();

    /** Closes what was opened. */
    @Override
    void close();

    /** Something that has stores. The façade's implementation does; hosts never see it. */
    interface Holder {
        /**
         * Returns the stores.
         *
         * @return the stores
         */
        Stores stores();
    }
}
