package dev.protection.core.encryption;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.encryption.KeyConflictException;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A key store in which keys on a deny list are destroyed, whatever it says: a key store restored from a backup brings no
 * key back that an erasure has destroyed. Safe for use by several threads.
 *
 * <p>What is asked of an erasure, {@link #ofSubject}, still names such keys, so that they are destroyed once more.
 */
public final class DenyingKeyStore implements WrappedKeyStore {
    private final WrappedKeyStore store;
    private final Predicate<KeyId> denied;
    private final InstantSource clock;

    /**
     * Puts a deny list before a store.
     *
     * @param store the store
     * @param denied the deny list, which may grow
     * @param clock the time
     */
    public DenyingKeyStore(WrappedKeyStore store, Predicate<KeyId> denied, InstantSource clock) {
        this.store = store;
        this.denied = denied;
        this.clock = clock;
    }

    private boolean isDenied(SubjectKey key) {
        return denied.test(key.id());
    }

    private <K> Map<K, SubjectKey> allowed(Map<K, SubjectKey> keys) {
        Map<K, SubjectKey> allowed = new HashMap<>(keys);
        allowed.values().removeIf(this::isDenied);
        return allowed;
    }

    @Override
    public Map<KeyOwner, SubjectKey> byOwner(Collection<KeyOwner> owners) {
        return allowed(store.byOwner(owners));
    }

    @Override
    public Map<KeyId, SubjectKey> byId(Collection<KeyId> ids) {
        Map<KeyId, SubjectKey> keys = new HashMap<>(store.byId(ids));
        keys.replaceAll((id, key) -> denied.test(id) ? key.destroyed(key.since()) : key);
        return keys;
    }

    @Override
    public Map<KeyHandle, SubjectKey> byHandle(Collection<KeyHandle> handles) {
        return allowed(store.byHandle(handles));
    }

    @Override
    public List<SubjectKey> ofSubject(SubjectRef subject) {
        return store.ofSubject(subject);
    }

    @Override
    public Map<KeyOwner, SubjectKey> putIfAbsent(Collection<SubjectKey> keys) {
        Map<KeyOwner, SubjectKey> kept = store.putIfAbsent(keys);
        return destroyDenied(kept.values()) ? store.putIfAbsent(keys) : kept;
    }

    @Override
    public void bind(Collection<SubjectKey> bound) {
        try {
            store.bind(bound);
        } catch (KeyConflictException conflict) {
            List<KeyOwner> owners =
                    bound.stream().flatMap(key -> key.owner().stream()).toList();
            if (!destroyDenied(store.byOwner(owners).values())) {
                throw conflict;
            }
            store.bind(bound);
        }
    }

    private boolean destroyDenied(Collection<SubjectKey> keys) {
        List<KeyId> revived =
                keys.stream().filter(this::isDenied).map(SubjectKey::id).toList();
        if (revived.isEmpty()) {
            return false;
        }
        store.destroy(revived, clock.instant());
        return true;
    }

    @Override
    public Optional<NamedKey> named(String name, Optional<TenantId> tenant) {
        return store.named(name, tenant);
    }

    @Override
    public NamedKey putNamedIfAbsent(NamedKey key) {
        return store.putNamedIfAbsent(key);
    }

    @Override
    public void putProvisional(Collection<SubjectKey> keys) {
        store.putProvisional(keys);
    }

    @Override
    public void destroy(Collection<KeyId> ids, Instant when) {
        store.destroy(ids, when);
    }

    @Override
    public int sweepProvisional(Instant olderThan) {
        return store.sweepProvisional(olderThan);
    }

    @Override
    public long activeBefore(Instant time) {
        return store.activeBefore(time);
    }

    @Override
    public Set<TenantId> tenants() {
        return store.tenants();
    }
}
