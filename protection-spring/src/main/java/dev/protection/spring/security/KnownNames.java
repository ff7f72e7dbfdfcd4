package dev.protection.spring.security;

import dev.protection.Actor;
import dev.protection.anomaly.KeyedHash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which names have signed in to which accounts, the last few thousands of them. Safe for use by several threads. */
final class KnownNames {
    private static final int MOST = 10_000;

    private final Map<KeyedHash, Actor> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyedHash, Actor> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(KeyedHash name, Actor actor) {
        known.put(name, actor);
    }

    synchronized Optional<Actor> of(KeyedHash name) {
        return Optional.ofNullable(known.get(name));
    }
}
