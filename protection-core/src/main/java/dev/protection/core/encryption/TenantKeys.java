package dev.protection.core.encryption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import dev.protection.TenantId;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyException;
import dev.protection.encryption.WrappedKeyStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** The tenants' keys, wrapped under the root key; under them lie subject keys and index keys (ENV-KEY-2). */
final class TenantKeys {
    static final String NAME = "tenant-key";
    private static final int MOST_CACHED = 10_000;

    private final WrappedKeyStore store;
    private final KeyWrapper root;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Cache<TenantId, Aead> cache =
            Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

    TenantKeys(WrappedKeyStore store, KeyWrapper root, InstantSource clock, SecureRandom random) {
        this.store = store;
        this.root = root;
        this.clock = clock;
        this.random = random;
    }

    /** Returns the key of a tenant, which is made when there is none. */
    Aead getOrCreate(TenantId tenant) {
        return cache.get(tenant, missing -> TinkKeys.aead(namedUnderRoot(NAME, Optional.of(missing))));
    }

    /** Returns the key of a tenant that must have one, because a key was wrapped under it. */
    Aead get(TenantId tenant) {
        return cache.get(
                tenant,
                missing -> store.named(NAME, Optional.of(missing))
                        .map(this::unwrapUnderRoot)
                        .map(TinkKeys::aead)
                        .orElseThrow(() -> new WrappedKeyException("key of a tenant whose own key is missing")));
    }

    /** Returns the bytes of a key kept directly under the root key, which is made when there is none. */
    byte[] namedUnderRoot(String name, Optional<TenantId> tenant) {
        return unwrapUnderRoot(store.named(name, tenant).orElseGet(() -> createUnderRoot(name, tenant)));
    }

    private NamedKey createUnderRoot(String name, Optional<TenantId> tenant) {
        WrappedKey wrapped = root.wrap(newKey(), AssociatedData.namedKey(name, tenant));
        return store.putNamedIfAbsent(new NamedKey(name, tenant, wrapped, clock.instant()));
    }

    private byte[] unwrapUnderRoot(NamedKey key) {
        byte[] bytes = root.unwrap(key.wrapped(), AssociatedData.namedKey(key.name(), key.tenant()));
        if (bytes.length != TinkKeys.LENGTH) {
            throw new WrappedKeyException(key.name());
        }
        return bytes;
    }

    byte[] newKey() {
        byte[] key = new byte[TinkKeys.LENGTH];
        random.nextBytes(key);
        return key;
    }
}
