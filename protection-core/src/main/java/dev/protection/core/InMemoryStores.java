package dev.protection.core;

import dev.protection.DataMap;
import dev.protection.SubjectRef;
import dev.protection.access.TenantTree;
import dev.protection.anomaly.FindingStore;
import dev.protection.audit.AuditStore;
import dev.protection.core.anomaly.InMemoryFindingStore;
import dev.protection.core.audit.InMemoryAuditStore;
import dev.protection.core.encryption.InMemoryKeyStore;
import dev.protection.core.lawfulness.InMemoryConsentStore;
import dev.protection.core.retention.InMemoryRetentionStore;
import dev.protection.core.rights.InMemoryErasureLedger;
import dev.protection.core.rights.InMemoryLedgerEpochStore;
import dev.protection.core.rights.InMemoryRequestStore;
import dev.protection.core.rights.InMemorySubjectStates;
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
import org.jspecify.annotations.Nullable;

/** All ports in memory. */
final class InMemoryStores implements Stores {
    private final WrappedKeyStore keys = new InMemoryKeyStore();
    private final AuditStore audit = new InMemoryAuditStore();
    private final LedgerEpochStore epoch = new InMemoryLedgerEpochStore();
    private @Nullable SubjectStates states;
    private final RequestStore requests = new InMemoryRequestStore();
    private final RetentionStore holds = new InMemoryRetentionStore();
    private final ConsentStore consents = new InMemoryConsentStore();
    private final ErasureLedger ledger = new InMemoryErasureLedger();
    private final FindingStore findings = new InMemoryFindingStore();

    @Override
    public WrappedKeyStore keys() {
        return keys;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    @Override
    public synchronized SubjectStates states(Function<SubjectRef, byte[]> keyedHash) {
        SubjectStates known = states;
        if (known == null) {
            known = new InMemorySubjectStates(keyedHash);
            states = known;
        }
        return known;
    }

    @Override
    public LedgerEpochStore epoch() {
        return epoch;
    }

    @Override
    public RequestStore requests() {
        return requests;
    }

    @Override
    public RetentionStore holds() {
        return holds;
    }

    @Override
    public ConsentStore consents() {
        return consents;
    }

    @Override
    public ErasureLedger ledger() {
        return ledger;
    }

    @Override
    public FindingStore findings() {
        return findings;
    }

    @Override
    public List<PersonalDataSource> sources(DataMap map, CellOpener opener) {
        return List.of();
    }

    @Override
    public Jobs start(List<Jobs.Job> jobs) {
        return new InProcessJobs(jobs);
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
