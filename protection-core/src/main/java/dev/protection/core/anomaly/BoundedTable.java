package dev.protection.core.anomaly;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map of bounded size that a flood of new keys cannot empty. Deterministic; not for use by several threads.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class BoundedTable<K, V> {
    // Segmented LRU (Karedla, Love, Wherry 1994): a key is on probation until it is seen again, and only keys on
    // probation make room for new ones.
    private final LinkedHashMap<K, V> probation = new LinkedHashMap<>(16, 0.75f, true);
    private final LinkedHashMap<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final int half;

    BoundedTable(int size) {
        this.half = Math.max(1, size / 2);
    }

    V get(K key, Supplier<V> fresh) {
        V found = find(key);
        if (found != null) {
            return found;
        }
        V made = fresh.get();
        put(key, made);
        return made;
    }

    @Nullable
    V find(K key) {
        V known = kept.get(key);
        if (known != null) {
            return known;
        }
        V seen = probation.remove(key);
        if (seen != null) {
            keep(key, seen);
        }
        return seen;
    }

    void put(K key, V value) {
        if (kept.containsKey(key)) {
            kept.put(key, value);
        } else {
            trim(probation);
            probation.put(key, value);
        }
    }

    private void keep(K key, V value) {
        if (kept.size() >= half) {
            Map.Entry<K, V> eldest = removeEldest(kept);
            trim(probation);
            probation.put(eldest.getKey(), eldest.getValue());
        }
        kept.put(key, value);
    }

    private void trim(Map<K, V> segment) {
        if (segment.size() >= half) {
            removeEldest(segment);
        }
    }

    private Map.Entry<K, V> removeEldest(Map<K, V> segment) {
        Iterator<Map.Entry<K, V>> entries = segment.entrySet().iterator();
        Map.Entry<K, V> eldest = entries.next();
        Map.Entry<K, V> copy = Map.entry(eldest.getKey(), eldest.getValue());
        entries.remove();
        return copy;
    }

    int size() {
        return probation.size() + kept.size();
    }
}
