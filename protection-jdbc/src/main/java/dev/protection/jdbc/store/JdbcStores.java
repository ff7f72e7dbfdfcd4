package dev.protection.jdbc.store;

import dev.protection.access.TenantTree;
import dev.protection.audit.AuditStore;
import dev.protection.core.Stores;
import dev.protection.core.StoresSettings;
import dev.protection.encryption.WrappedKeyStore;
import dev.protection.rights.SubjectStates;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** All ports on JDBC. */
final class JdbcStores implements Stores {
    private static final Duration TREE_STALENESS = Duration.ofSeconds(5);

    private final StorePlaces places;
    private final WrappedKeyStore keys;
    private final AuditStore audit;
    private final SubjectStates states;
    private final Optional<TenantTree> tenants;

    JdbcStores(StorePlaces places, StoresSettings settings, String node, InstantSource clock, SecureRandom random) {
        this.places = places;
        SqlTransactions data = places.transactions(SchemaPart.DATA);
        SqlTransactions keyPlace = places.transactions(SchemaPart.KEYS);
        this.keys = new JdbcKeyStore(keyPlace);
        this.audit = new JdbcAuditStore(data, node);
        this.states = new JdbcSubjectStates(data, new TombstoneKey(keyPlace, random), clock);
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
    public SubjectStates states() {
        return states;
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
