package dev.protection.core.encryption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Lets one of many threads that need the same key fetch it, in blocks. A thread fetches all it is the first to ask for
 * before it waits for what others fetch, so that two threads never wait for each other.
 */
final class SingleFlight<K, V> {
    private final Map<K, CompletableFuture<Optional<V>>> flights = new ConcurrentHashMap<>();

    /** Returns what was found; what the function leaves out is left out. Its exception reaches all who wait. */
    Map<K, V> fetch(Collection<K> keys, Function<Set<K>, Map<K, V>> function) {
        Map<K, CompletableFuture<Optional<V>>> joined = new HashMap<>();
        Map<K, CompletableFuture<Optional<V>>> own = new HashMap<>();
        for (K key : new LinkedHashSet<>(keys)) {
            CompletableFuture<Optional<V>> flight = new CompletableFuture<>();
            CompletableFuture<Optional<V>> before = flights.putIfAbsent(key, flight);
            if (before == null) {
                own.put(key, flight);
            } else {
                joined.put(key, before);
            }
        }
        Map<K, V> found = new HashMap<>(own.isEmpty() ? Map.of() : fly(own, function));
        joined.forEach((key, flight) -> await(flight).ifPresent(value -> found.put(key, value)));
        return found;
    }

    private Map<K, V> fly(Map<K, CompletableFuture<Optional<V>>> own, Function<Set<K>, Map<K, V>> function) {
        List<Throwable> failure = new ArrayList<>();
        Map<K, V> found = Map.of();
        try {
            found = function.apply(own.keySet());
            return found;
        } catch (RuntimeException | Error failed) {
            failure.add(failed);
            throw failed;
        } finally {
            land(own, found, failure);
        }
    }

    private void land(Map<K, CompletableFuture<Optional<V>>> own, Map<K, V> found, List<Throwable> failure) {
        own.forEach((key, flight) -> {
            flights.remove(key, flight);
            if (failure.isEmpty()) {
                flight.complete(Optional.ofNullable(found.get(key)));
            } else {
                flight.completeExceptionally(failure.get(0));
            }
        });
    }

    private static <T> T await(CompletableFuture<T> flight) {
        try {
            return flight.join();
        } catch (CompletionException failed) {
            if (Objects.requireNonNull(failed.getCause()) instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
