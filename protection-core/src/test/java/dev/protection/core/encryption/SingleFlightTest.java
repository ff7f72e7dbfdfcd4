package dev.protection.core.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final SingleFlight<Integer, String> flights = new SingleFlight<>();

    @Test
    void eachKeyIsFetchedOnceWhileItIsUnderWay() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<Map<Integer, String>> first = pool.submit(() -> flights.fetch(List.of(1, 2, 2), keys -> {
                begun.countDown();
                fetched.addAndGet(keys.size());
                await(release);
                return named(keys);
            }));
            begun.await();
            Future<Map<Integer, String>> second = pool.submit(() -> flights.fetch(List.of(2, 3), keys -> {
                fetched.addAndGet(keys.size());
                release.countDown();
                return named(keys);
            }));
            assertThat(second.get()).isEqualTo(Map.of(2, "2", 3, "3"));
            assertThat(first.get()).isEqualTo(Map.of(1, "1", 2, "2"));
        } finally {
            pool.shutdownNow();
        }
        assertThat(fetched).hasValue(3);
    }

    @Test
    void whatIsNotFoundIsLeftOut() {
        assertThat(flights.fetch(List.of(1, 2), keys -> Map.of(1, "one"))).isEqualTo(Map.of(1, "one"));
        assertThat(flights.fetch(List.of(), keys -> Map.of(9, "never asked"))).isEmpty();
    }

    @Test
    void aFailureIsThrownAndTheNextTryIsFresh() {
        assertThatThrownBy(() -> flights.fetch(List.of(1), keys -> {
                    throw new IllegalStateException("down");
                }))
                .hasMessage("down");
        assertThat(flights.fetch(List.of(1), SingleFlightTest::named)).isEqualTo(Map.of(1, "1"));
    }

    @Test
    void threadsThatNeedEachOthersKeysDoNotWaitForEver() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                List<Integer> keys = i % 2 == 0 ? List.of(1, 2, 3, 4, 5) : List.of(5, 4, 3, 2, 1);
                running.add(pool.submit(() ->
                        assertThat(flights.fetch(keys, SingleFlightTest::named)).hasSize(5)));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<Integer, String> named(Set<Integer> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, key -> Integer.toString(key)));
    }
}
