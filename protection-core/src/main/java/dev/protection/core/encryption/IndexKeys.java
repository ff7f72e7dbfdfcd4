package dev.protection.core.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import dev.protection.TenantId;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyStore;
import java.time.InstantSource;
import java.util.Optional;

/** The keys of blind indexes, under the key of their scope's tenant, or under the root key (ENV-KEY-4). */
final class IndexKeys {
    private final WrappedKeyStore store;
    private final TenantKeys tenants;
    private final InstantSource clock;

    IndexKeys(WrappedKeyStore store, TenantKeys tenants, InstantSource clock) {
        this.store = store;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Which index key: what it compares, and within whose data; no tenant for the whole installation's. */
    record Name(String text, Optional<TenantId> scope) {}

    PrfSet getOrCreate(Name name) {
        byte[] key = name.scope()
                .map(tenant -> underTenant(name.text(), tenant))
                .orElseGet(() -> tenants.namedUnderRoot(name.text(), Optional.empty()));
        return TinkKeys.prf(key);
    }

    private byte[] underTenant(String name, TenantId tenant) {
        Aead parent = tenants.getOrCreate(tenant);
        byte[] boundTo = AssociatedData.namedKey(name, Optional.of(tenant));
        NamedKey kept = store.named(name, Optional.of(tenant)).orElseGet(() -> {
            WrappedKey wrapped = Wrapping.wrap(parent, tenants.newKey(), boundTo);
            return store.putNamedIfAbsent(new NamedKey(name, Optional.of(tenant), wrapped, clock.instant()));
        });
        return Wrapping.unwrap(parent, kept.wrapped(), boundTo, "index key " + name);
    }
}
