package dev.protection.core.encryption;

import dev.protection.encryption.KeyId;
import dev.protection.encryption.SubjectKey;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys that cells name. */
final class ReadingKeys {
    private final WrappedKeyStore store;
    private final SubjectKeyFactory factory;
    private final SubjectKeyCache cache;
    private final InstantSource clock;
    private final KeyMeters meters;
    private final KeyLookUp<KeyId, KeyAnswer> lookUp;

    ReadingKeys(
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

    Map<KeyId, KeyAnswer> find(Collection<KeyId> ids) {
        Instant begun = clock.instant();
        Map<KeyId, KeyAnswer> answers = new LinkedHashMap<>();
        List<KeyId> rest = new ArrayList<>();
        for (KeyId id : new LinkedHashSet<>(ids)) {
            if (cache.isDestroyed(id)) {
                answers.put(id, new KeyAnswer.Destroyed(id));
            } else {
                cache.fresh(id, begun)
                        .ifPresentOrElse(ring -> answers.put(id, new KeyAnswer.Usable(ring)), () -> rest.add(id));
            }
        }
        meters.count(KeyMetric.CACHED, answers.size());
        if (!rest.isEmpty()) {
            answers.putAll(lookUp.find(rest, begun));
        }
        return answers;
    }

    private Map<KeyId, KeyAnswer> ask(Set<KeyId> ids, Instant asked) {
        meters.count(KeyMetric.LOOK_UPS, 1);
        Map<KeyId, SubjectKey> kept = store.byId(ids);
        Map<KeyId, KeyAnswer> answers = new HashMap<>();
        for (KeyId id : ids) {
            answers.put(id, answer(id, kept.get(id), asked));
        }
        return answers;
    }

    private KeyAnswer answer(KeyId id, @Nullable SubjectKey kept, Instant asked) {
        if (kept == null || kept.state() == SubjectKey.State.PROVISIONAL) {
            cache.forget(List.of(id));
            return new KeyAnswer.Unknown(id);
        }
        if (kept.state() == SubjectKey.State.DESTROYED) {
            cache.rememberDestroyed(List.of(id));
            return new KeyAnswer.Destroyed(id);
        }
        SubjectKeyring ring = factory.unwrap(kept, cache.stale(id));
        return cache.keep(ring, asked) ? new KeyAnswer.Usable(ring) : new KeyAnswer.Destroyed(id);
    }
}
