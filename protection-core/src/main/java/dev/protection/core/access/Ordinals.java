package dev.protection.core.access;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Words and their numbers, counted from 0 in the order given. Immutable. */
final class Ordinals {
    static final int UNKNOWN = -1;

    private final Map<String, Integer> ordinals = new LinkedHashMap<>();

    Ordinals(Collection<String> words) {
        words.forEach(word -> ordinals.put(word, ordinals.size()));
    }

    int of(String word) {
        Integer ordinal = ordinals.get(word);
        return ordinal == null ? UNKNOWN : ordinal;
    }

    BitSet bits(Collection<String> words) {
        BitSet bits = new BitSet(ordinals.size());
        words.stream().map(this::of).forEach(bits::set);
        return bits;
    }

    int size() {
        return ordinals.size();
    }

    Set<String> words() {
        return Collections.unmodifiableSet(ordinals.keySet());
    }
}
