package dev.protection.core.access;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the values last seen, each known again by being the same object. Holds a fixed number of them. Safe
 * for use by several threads, which may make the same thing twice.
 *
 * @param <K> immutable values
 * @param <V> what is made of them
 */
final class Recent<K, V> {
    private static final int SLOTS = 1024;

    private final Function<? super K, ? extends V> make;
    private final AtomicReferenceArray<@Nullable Entry<K, V>> slots = new AtomicReferenceArray<>(SLOTS);

    private record Entry<K, V>(K key, V value) {}

    Recent(Function<? super K, ? extends V> make) {
        this.make = make;
    }

    V of(K key) {
        int slot = System.identityHashCode(key) & SLOTS - 1;
        Entry<K, V> held = slots.getAcquire(slot);
        if (held != null && held.key() == key) {
            return held.value();
        }
        return ofNeighbour(key, slot, held);
    }

    // Two values that meet in one slot share it and the next one.
    private V ofNeighbour(K key, int slot, @Nullable Entry<K, V> met) {
        Entry<K, V> held = slots.getAcquire(slot ^ 1);
        if (held != null && held.key() == key) {
            return held.value();
        }
        V value = make.apply(key);
        slots.setRelease(met == null ? slot : slot ^ 1, new Entry<>(key, value));
        return value;
    }
}
