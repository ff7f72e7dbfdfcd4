package dev.protection.jdbc.store;

import dev.protection.DataMap;
import dev.protection.SubjectRef;
import dev.protection.access.TenantTree;
import dev.protection.anomaly.FindingStore;
import dev.protection.audit.AuditStore;
import dev.protection.core.Jobs;
import dev.protection.core.Stores;
import dev.protection.core.StoresSettings;
import dev.protection.encryption.CellOpener;
import dev.protection.encryption.WrappedKeyStore;
import dev.protection.lawfulness.ConsentStore;
import dev.protection.retention.RetentionStore;
import dev.protection.rights.ErasureLedger;
import dev.protection.rights.LedgerEpochStore;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RequestStore;
import dev.protection.rights.SubjectStates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All ports on JDBC. */
final class JdbcStores implements Stores {
    private static final Duration TREE_STALENESS = Duration.ofSeconds(5);

    /** After this long without a sign of life a node's jobs go to another. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final StorePlaces places;
    private final WrappedKeyStore keys;
    private final AuditStore audit;
    private final SqlTransactions data;
    private final LedgerEpochStore epoch;
    private final RequestStore requests;
    private final RetentionStore holds;
    private final ConsentStore consents;
    private final ErasureLedger ledger;
    private final FindingStore findings;
    private final Optional<TenantTree> tenants;
    private final String node;
    private final InstantSource clock;

    JdbcStores(StorePlaces places, StoresSettings settings, String node, InstantSource clock) {
        this.places = places;
        this.node = node;
        this.clock = clock;
        this.data = places.transactions(SchemaPart.DATA);
        this.keys = new JdbcKeyStore(places.transactions(SchemaPart.KEYS));
        this.audit = new JdbcAuditStore(data, node);
        this.epoch = new JdbcLedgerEpochStore(data);
        this.requests = new JdbcRequestStore(data);
        this.holds = new JdbcRetentionStore(data);
        this.consents = new JdbcConsentStore(data);
        this.ledger = new JdbcErasureLedger(places.transactions(SchemaPart.LEDGER));
        this.findings = new JdbcFindingStore(data);
        this.tenants = settings.tenants().map(table -> new JdbcTenantTree(data, table, TREE_STALENESS, clock));
    }

    @Override
    public WrappedKeyStore keys() {
        return keys;
    }

    @Override
    public AuditStore audit() {
        return audit;
    }

    @Override
    public SubjectStates states(Function<SubjectRef, byte[]> keyedHash) {
        return new JdbcSubjectStates(data, keyedHash, clock);
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
        return List.of(new TableDataSource(places.transactions(SchemaPart.DATA), map, keys, opener));
    }

    @Override
    public Jobs start(List<Jobs.Job> jobs) {
        return new JobRunner(places.connections(SchemaPart.DATA), node, LEASE, jobs, clock);
    }

    @Override
    public Optional<TenantTree> tenants() {
        return tenants;
    }

    @Override
    public void close() {
        places.close();
    }
}
