package dev.protection.core.encryption;

import dev.protection.SubjectRef;
import dev.protection.encryption.KeyConflictException;
import dev.protection.encryption.KeyDestroyedException;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.UnknownKeyException;
import dev.protection.encryption.WrappedKeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys for people whose ids the database generates: committed first, bound once the id is known. */
final class ProvisionalKeys {
    private final WrappedKeyStore store;
    private final SubjectKeyFactory factory;
    private final SubjectKeyCache cache;
    private final InstantSource clock;
    private final KeyMeters meters;

    ProvisionalKeys(
            WrappedKeyStore store,
            SubjectKeyFactory factory,
            SubjectKeyCache cache,
            InstantSource clock,
            KeyMeters meters) {
        this.store = store;
        this.factory = factory;
        this.cache = cache;
        this.clock = clock;
        this.meters = meters;
    }

    List<SubjectKeyring> make(List<ExpectedSubject> expected) {
        List<SubjectKeyFactory.Made> made =
                expected.stream().map(factory::provisional).toList();
        store.putProvisional(made.stream().map(SubjectKeyFactory.Made::kept).toList());
        meters.count(KeyMetric.CREATED, made.size());
        return made.stream().map(SubjectKeyFactory.Made::used).toList();
    }

    void bind(Map<SubjectKeyring, SubjectRef> subjects) {
        Instant asked = clock.instant();
        List<KeyId> ids = subjects.keySet().stream().map(SubjectKeyring::id).toList();
        Map<KeyId, SubjectKey> kept = store.byId(ids);
        List<SubjectKeyFactory.Made> bound = new ArrayList<>();
        subjects.forEach((ring, subject) ->
                bind(ring, subject, Optional.ofNullable(kept.get(ring.id()))).ifPresent(bound::add));
        store.bind(bound.stream().map(SubjectKeyFactory.Made::kept).toList());
        bound.forEach(key -> cache.keep(key.used(), asked));
    }

    /** Empty when the key is bound to this person already. */
    private Optional<SubjectKeyFactory.Made> bind(
            SubjectKeyring ring, SubjectRef subject, Optional<SubjectKey> answered) {
        if (!subject.tenant().equals(ring.tenant()) || !subject.kind().equals(ring.kind())) {
            throw new IllegalArgumentException(ring + " was made for another tenant or kind of person");
        }
        KeyOwner owner = new KeyOwner(subject, ring.retentionClass());
        SubjectKey kept = answered.orElseThrow(() -> new UnknownKeyException(ring.id()));
        if (kept.state() == SubjectKey.State.DESTROYED) {
            throw new KeyDestroyedException(ring.id());
        }
        if (kept.state() == SubjectKey.State.PROVISIONAL) {
            return Optional.of(factory.bound(kept, owner));
        }
        if (!kept.owner().equals(Optional.of(owner))) {
            throw new KeyConflictException(ring.id());
        }
        return Optional.empty();
    }
}
