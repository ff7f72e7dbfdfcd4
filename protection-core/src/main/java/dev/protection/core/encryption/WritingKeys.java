package dev.protection.core.encryption;

import dev.protection.encryption.KeyDestroyedException;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKeyException;
import dev.protection.encryption.WrappedKeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of owners, made and committed when there are none. */
final class WritingKeys {
    private final WrappedKeyStore store;
    private final SubjectKeyFactory factory;
    private final SubjectKeyCache cache;
    private final InstantSource clock;
    private final KeyMeters meters;
    private final KeyLookUp<KeyOwner, SubjectKeyring> lookUp;

    WritingKeys(
            WrappedKeyStore store,
            SubjectKeyFactory factory,
            SubjectKeyCache cache,
            InstantSource clock,
            Duration staleness,
            KeyMeters meters) {
        this.store = store;
        this.factory = factory;
        this.cache = cache;
        this.clock = clock;
        this.meters = meters;
        this.lookUp = new KeyLookUp<>(clock, staleness, this::ask);
    }

    /** Owners of whom no key is at hand: one may have to be made. */
    Set<KeyOwner> cold(Collection<KeyOwner> owners) {
        Instant now = clock.instant();
        return owners.stream()
                .filter(owner -> cache.fresh(owner, now).isEmpty())
                .collect(Collectors.toSet());
    }

    /** The keys that owners have; none is made. */
    Map<KeyOwner, SubjectKeyring> existing(Collection<KeyOwner> owners) {
        Instant asked = clock.instant();
        Map<KeyOwner, SubjectKeyring> rings = new HashMap<>();
        Set<KeyOwner> rest = new LinkedHashSet<>();
        for (KeyOwner owner : owners) {
            cache.fresh(owner, asked).ifPresentOrElse(ring -> rings.put(owner, ring), () -> rest.add(owner));
        }
        meters.count(KeyMetric.CACHED, rings.size());
        if (!rest.isEmpty()) {
            meters.count(KeyMetric.LOOK_UPS, 1);
            store.byOwner(rest)
                    .forEach((owner, key) -> rings.put(owner, ring(owner, Optional.of(key), Map.of(), asked)));
        }
        return rings;
    }

    /** The handles by which the record names some owners; none for an owner who has no key. */
    Set<KeyHandle> handles(Collection<KeyOwner> owners) {
        Instant now = clock.instant();
        Set<KeyHandle> handles = new LinkedHashSet<>();
        Set<KeyOwner> rest = new LinkedHashSet<>();
        for (KeyOwner owner : owners) {
            cache.fresh(owner, now).ifPresentOrElse(ring -> handles.add(ring.handle()), () -> rest.add(owner));
        }
        if (!rest.isEmpty()) {
            meters.count(KeyMetric.LOOK_UPS, 1);
            store.byOwner(rest).values().forEach(key -> key.handle().ifPresent(handles::add));
        }
        return handles;
    }

    Map<KeyOwner, SubjectKeyring> find(Collection<KeyOwner> owners) {
        Instant begun = clock.instant();
        Map<KeyOwner, SubjectKeyring> rings = new LinkedHashMap<>();
        List<KeyOwner> rest = new ArrayList<>();
        for (KeyOwner owner : new LinkedHashSet<>(owners)) {
            cache.fresh(owner, begun).ifPresentOrElse(ring -> rings.put(owner, ring), () -> rest.add(owner));
        }
        meters.count(KeyMetric.CACHED, rings.size());
        if (!rest.isEmpty()) {
            rings.putAll(lookUp.find(rest, begun));
        }
        return rings;
    }

    private Map<KeyOwner, SubjectKeyring> ask(Set<KeyOwner> owners, Instant asked) {
        meters.count(KeyMetric.LOOK_UPS, 1);
        Map<KeyOwner, SubjectKey> kept = new HashMap<>(store.byOwner(owners));
        Map<KeyId, SubjectKeyring> made = new HashMap<>();
        List<SubjectKey> fresh = new ArrayList<>();
        for (KeyOwner owner : owners) {
            if (!kept.containsKey(owner)) {
                SubjectKeyFactory.Made key = factory.active(owner);
                made.put(key.kept().id(), key.used());
                fresh.add(key.kept());
            }
        }
        if (!fresh.isEmpty()) {
            kept.putAll(store.putIfAbsent(fresh));
        }
        Map<KeyOwner, SubjectKeyring> rings = new HashMap<>();
        owners.forEach(owner -> rings.put(owner, ring(owner, Optional.ofNullable(kept.get(owner)), made, asked)));
        return rings;
    }

    private SubjectKeyring ring(
            KeyOwner owner, Optional<SubjectKey> answered, Map<KeyId, SubjectKeyring> made, Instant asked) {
        SubjectKey kept = answered.filter(key -> key.owner().equals(Optional.of(owner)))
                .orElseThrow(() -> new WrappedKeyException("key that the store answered for another owner"));
        Optional<SubjectKeyring> own = Optional.ofNullable(made.get(kept.id()));
        if (own.isPresent()) {
            meters.count(KeyMetric.CREATED, 1);
        }
        SubjectKeyring ring = own.orElseGet(() -> factory.unwrap(kept, cache.stale(kept.id())));
        if (!cache.keep(ring, asked)) {
            throw new KeyDestroyedException(kept.id());
        }
        return ring;
    }
}
