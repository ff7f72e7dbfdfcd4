package dev.protection.core.encryption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Unwrapped subject keys in memory, bounded by number, each for the staleness bound; and the destroyed ones, which are
 * remembered as such because a destroyed key never comes back.
 */
final class SubjectKeyCache {
    private final Duration staleness;
    private final Cache<KeyId, CachedKey> keys;
    private final Cache<KeyOwner, KeyId> owners;
    private final Cache<KeyId, Boolean> destroyed;

    SubjectKeyCache(KeySettings settings) {
        this.staleness = settings.staleness();
        this.keys = bounded(settings);
        this.owners = bounded(settings);
        this.destroyed = bounded(settings);
    }

    private static <K, V> Cache<K, V> bounded(KeySettings settings) {
        return Caffeine.newBuilder()
                .maximumSize(settings.maximumKeys())
                .executor(Runnable::run) // so that the bound holds when a call returns
                .build();
    }

    /** A key that may be used without asking the store. */
    Optional<SubjectKeyring> fresh(KeyId id, Instant begun) {
        return Optional.ofNullable(keys.getIfPresent(id))
                .filter(key -> key.isFresh(begun, staleness))
                .map(CachedKey::ring);
    }

    /** A key that may be used without asking the store. */
    Optional<SubjectKeyring> fresh(KeyOwner owner, Instant begun) {
        return Optional.ofNullable(owners.getIfPresent(owner)).flatMap(id -> fresh(id, begun));
    }

    /** A key that need not be unwrapped again once the store has said that it lives. */
    Optional<SubjectKeyring> stale(KeyId id) {
        return Optional.ofNullable(keys.getIfPresent(id)).map(CachedKey::ring);
    }

    boolean isDestroyed(KeyId id) {
        return destroyed.getIfPresent(id) != null;
    }

    /**
     * Keeps a key, unless it was destroyed between the store's answer and now.
     *
     * @return whether it may be used
     */
    boolean keep(SubjectKeyring ring, Instant asked) {
        keys.put(ring.id(), new CachedKey(ring, asked));
        ring.owner().ifPresent(owner -> owners.put(owner, ring.id()));
        if (isDestroyed(ring.id())) {
            keys.invalidate(ring.id());
            return false;
        }
        return true;
    }

    /** Remembers that keys are destroyed. The order matters: {@link #keep} looks here after it has put a key. */
    void rememberDestroyed(Collection<KeyId> ids) {
        ids.forEach(id -> destroyed.put(id, true));
        forget(ids);
    }

    void forget(Collection<KeyId> ids) {
        keys.invalidateAll(ids);
    }

    long size() {
        return keys.estimatedSize();
    }
}
