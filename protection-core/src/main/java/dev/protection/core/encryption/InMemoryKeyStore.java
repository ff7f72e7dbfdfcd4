package dev.protection.core.encryption;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.encryption.KeyConflictException;
import dev.protection.encryption.KeyDestroyedException;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.UnknownKeyException;
import dev.protection.encryption.WrappedKeyStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps wrapped keys in memory, for tests and first steps: they end with the process, and so does what they seal. */
public final class InMemoryKeyStore implements WrappedKeyStore {
    private final Map<NamedId, NamedKey> named = new HashMap<>();
    private final Map<KeyId, SubjectKey> keys = new HashMap<>();
    private final Map<KeyOwner, KeyId> owners = new HashMap<>();
    private final Map<KeyHandle, KeyId> handles = new HashMap<>();

    private record NamedId(String name, Optional<TenantId> tenant) {}

    /** Makes an empty store. */
    public InMemoryKeyStore() {}

    @Override
    public synchronized Optional<NamedKey> named(String name, Optional<TenantId> tenant) {
        return Optional.ofNullable(named.get(new NamedId(name, tenant)));
    }

    @Override
    public synchronized NamedKey putNamedIfAbsent(NamedKey key) {
        return named.computeIfAbsent(new NamedId(key.name(), key.tenant()), absent -> key);
    }

    @Override
    public synchronized Map<KeyOwner, SubjectKey> byOwner(Collection<KeyOwner> wanted) {
        return find(wanted, owner -> keyOf(owners.get(owner)));
    }

    @Override
    public synchronized Map<KeyId, SubjectKey> byId(Collection<KeyId> ids) {
        return find(ids, this::keyOf);
    }

    @Override
    public synchronized Map<KeyHandle, SubjectKey> byHandle(Collection<KeyHandle> wanted) {
        return find(wanted, handle -> keyOf(handles.get(handle)));
    }

    @Override
    public synchronized List<SubjectKey> ofSubject(SubjectRef subject) {
        return owners.entrySet().stream()
                .filter(entry -> entry.getKey().subject().equals(subject))
                .sorted(Comparator.comparing(entry -> entry.getKey().retentionClass()))
                .flatMap(entry -> keyOf(entry.getValue()).stream())
                .toList();
    }

    @Override
    public synchronized Map<KeyOwner, SubjectKey> putIfAbsent(Collection<SubjectKey> given) {
        requireFresh(given, SubjectKey.State.ACTIVE);
        Map<KeyOwner, SubjectKey> winners = new HashMap<>();
        for (SubjectKey key : given) {
            KeyOwner owner = key.owner().orElseThrow();
            if (!owners.containsKey(owner)) {
                put(key);
            }
            keyOf(owners.get(owner)).ifPresent(winner -> winners.put(owner, winner));
        }
        return winners;
    }

    @Override
    public synchronized void putProvisional(Collection<SubjectKey> given) {
        requireFresh(given, SubjectKey.State.PROVISIONAL);
        given.forEach(this::put);
    }

    @Override
    public synchronized void bind(Collection<SubjectKey> bound) {
        Set<KeyOwner> taken = new HashSet<>();
        for (SubjectKey key : bound) {
            requireBindable(key);
            if (!taken.add(key.owner().orElseThrow())) {
                throw new KeyConflictException(key.id());
            }
        }
        bound.stream()
                .filter(key -> keyOf(key.id()).orElseThrow().state() == SubjectKey.State.PROVISIONAL)
                .forEach(this::put);
    }

    @Override
    public synchronized void destroy(Collection<KeyId> ids, Instant at) {
        for (KeyId id : ids) {
            keyOf(id).ifPresent(key -> {
                remove(key);
                keys.put(id, key.destroyed(at));
            });
        }
    }

    @Override
    public synchronized int sweepProvisional(Instant olderThan) {
        List<SubjectKey> unbound = keys.values().stream()
                .filter(key -> key.state() == SubjectKey.State.PROVISIONAL)
                .filter(key -> key.since().isBefore(olderThan))
                .toList();
        unbound.forEach(this::remove);
        return unbound.size();
    }

    @Override
    public synchronized long activeBefore(Instant time) {
        return keys.values().stream()
                .filter(key -> key.state() == SubjectKey.State.ACTIVE)
                .filter(key -> key.since().isBefore(time))
                .count();
    }

    @Override
    public synchronized Set<TenantId> tenants() {
        Set<TenantId> tenants = new TreeSet<>();
        named.keySet().forEach(key -> key.tenant().ifPresent(tenants::add));
        keys.values().forEach(key -> tenants.add(key.tenant()));
        return tenants;
    }

    private void requireFresh(Collection<SubjectKey> given, SubjectKey.State state) {
        for (SubjectKey key : given) {
            requireState(key, state);
            if (keys.containsKey(key.id())) {
                throw new IllegalArgumentException("key " + key.id() + " is kept already");
            }
        }
    }

    private void requireBindable(SubjectKey key) {
        requireState(key, SubjectKey.State.ACTIVE);
        SubjectKey kept = keyOf(key.id()).orElseThrow(() -> new UnknownKeyException(key.id()));
        if (kept.state() == SubjectKey.State.DESTROYED) {
            throw new KeyDestroyedException(key.id());
        }
        boolean elsewhere =
                kept.state() == SubjectKey.State.ACTIVE && !kept.owner().equals(key.owner());
        KeyId other = owners.getOrDefault(key.owner().orElseThrow(), key.id());
        if (elsewhere || !other.equals(key.id())) {
            throw new KeyConflictException(key.id());
        }
    }

    private static void requireState(SubjectKey key, SubjectKey.State state) {
        if (key.state() != state) {
            throw new IllegalArgumentException("key " + key.id() + " is " + key.state() + ", not " + state);
        }
    }

    private void put(SubjectKey key) {
        keys.put(key.id(), key);
        key.owner().ifPresent(owner -> owners.put(owner, key.id()));
        key.handle().ifPresent(handle -> handles.put(handle, key.id()));
    }

    private void remove(SubjectKey key) {
        keys.remove(key.id());
        key.owner().ifPresent(owners::remove);
        key.handle().ifPresent(handles::remove);
    }

    private Optional<SubjectKey> keyOf(@Nullable KeyId id) {
        return Optional.ofNullable(id == null ? null : keys.get(id));
    }

    private static <K> Map<K, SubjectKey> find(Collection<K> wanted, Function<K, Optional<SubjectKey>> function) {
        Map<K, SubjectKey> found = new HashMap<>();
        wanted.forEach(key -> function.apply(key).ifPresent(value -> found.put(key, value)));
        return found;
    }
}
