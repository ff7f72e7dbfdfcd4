package dev.protection.core;

import dev.protection.DataMap;
import dev.protection.SubjectRef;
import dev.protection.access.TenantTree;
import dev.protection.anomaly.FindingStore;
import dev.protection.audit.AuditStore;
import dev.protection.encryption.CellOpener;
import dev.protection.encryption.WrappedKeyStore;
import dev.protection.lawfulness.ConsentStore;
import dev.protection.retention.RetentionStore;
import dev.protection.rights.ErasureLedger;
import dev.protection.rights.LedgerEpochStore;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RequestStore;
import dev.protection.rights.SubjectStates;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
     * @param keyedHash under which erased persons are remembered, the same as in the erasure ledger
     * @return the states
     */
    SubjectStates states(Function<SubjectRef, byte[]> keyedHash);

    /**
     * Returns where the data remembers how much of the erasure ledger it has seen, with the data.
     *
     * @return the epoch
     */
    LedgerEpochStore epoch();

    /**
     * Returns where requests and the progress of their jobs are kept, with the data.
     *
     * @return the requests
     */
    RequestStore requests();

    /**
     * Returns where legal holds are kept, with the data.
     *
     * @return the holds
     */
    RetentionStore holds();

    /**
     * Returns where is kept what happened to consents, with the data.
     *
     * @return the consents
     */
    ConsentStore consents();

    /**
     * Returns the erasure ledger, apart from the data.
     *
     * @return the ledger
     */
    ErasureLedger ledger();

    /**
     * Returns where findings are kept, with the data.
     *
     * @return the findings
     */
    FindingStore findings();

    /**
     * Returns what reaches the declared datasets where they are kept.
     *
     * @param map the declaration
     * @param opener opens cells for an export
     * @return none for stores that have no data beside them
     */
    List<PersonalDataSource> sources(DataMap map, CellOpener opener);

    /**
     * Starts work that comes back again and again.
     *
     * @param jobs the work
     * @return what wakes and stops it
     */
    Jobs start(List<Jobs.Job> jobs);

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
         * Returns the states of persons.
         *
         * @return the states
         */
        SubjectStates states();
    }
}
