package dev.protection.core.encryption;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks the store about keys that the cache cannot answer for.
 *
 * <ol>
 *   <li>All keys of a block go in one question.
 *   <li>Threads that need the same key at the same time share one question, unless the bound is zero: then an answer
 *       to a question asked before the call began is too old.
 *   <li>An answer shared is asked for again if it was so slow that it is older than the bound.
 * </ol>
 */
final class KeyLookUp<K, V> {
    private final SingleFlight<K, Answer<V>> flights = new SingleFlight<>();
    private final InstantSource clock;
    private final Duration staleness;
    private final Question<K, V> question;

    KeyLookUp(InstantSource clock, Duration staleness, Question<K, V> question) {
        this.clock = clock;
        this.staleness = staleness;
        this.question = question;
    }

    /** Asks the store. */
    @FunctionalInterface
    interface Question<K, V> {
        /** Answers for each key; the time is one before the store is asked. */
        Map<K, V> ask(Set<K> keys, Instant asked);
    }

    private record Answer<V>(V value, Instant asked) {}

    Map<K, V> find(Collection<K> keys, Instant begun) {
        Function<Set<K>, Map<K, Answer<V>>> ask = this::ask;
        Map<K, Answer<V>> answers = staleness.isZero() ? ask.apply(new HashSet<>(keys)) : flights.fetch(keys, ask);
        Set<K> tooOld = new HashSet<>();
        Map<K, V> found = new HashMap<>();
        answers.forEach((key, answer) -> {
            found.put(key, answer.value());
            if (!staleness.isZero() && !CachedKey.isFresh(answer.asked(), begun, staleness)) {
                tooOld.add(key);
            }
        });
        if (!tooOld.isEmpty()) {
            ask(tooOld).forEach((key, answer) -> found.put(key, answer.value()));
        }
        return found;
    }

    private Map<K, Answer<V>> ask(Set<K> keys) {
        Instant asked = clock.instant();
        Map<K, Answer<V>> answers = new HashMap<>();
        question.ask(keys, asked).forEach((key, value) -> answers.put(key, new Answer<>(value, asked)));
        return answers;
    }
}
