package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.RequestStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RequestStore} keeps. Extend it and say how an empty store is made. */
public abstract class RequestStoreContract {
    private static final Instant THEN = Instant.parse("2026-03-01T10:15:30.123456Z");
    private static final int THREADS = 8;

    private RequestStore store;

    /**
     * Returns an empty store.
     *
     * @return a store without requests
     * @throws Exception when it cannot be made
     */
    protected abstract RequestStore emptyStore() throws Exception;

    @BeforeEach
    void makeStore() throws Exception {
        store = emptyStore();
    }

    private static RequestRecord request(Optional<String> subject, Optional<String> unique, Optional<Instant> due) {
        return new RequestRecord(
                new RequestId(UUID.randomUUID()),
                RequestKind.ERASE,
                1,
                RequestState.REQUIRES_ACTION,
                subject,
                unique,
                due,
                THEN,
                new byte[] {1, 2, 3});
    }

    private static RequestRecord next(RequestRecord now, byte[] content) {
        return new RequestRecord(
                now.id(),
                now.kind(),
                now.version() + 1,
                RequestState.ACCEPTED,
                now.subject(),
                now.unique(),
                Optional.of(THEN.plusSeconds(1)),
                THEN.plusSeconds(2),
                content);
    }

    @Test
    void aRequestIsKeptAsItWasGiven() {
        RequestRecord request = request(Optional.of("ab"), Optional.of("ERASE/ab"), Optional.of(THEN));
        assertThat(store.putIfAbsent(request)).isEqualTo(request);
        assertThat(store.find(request.id())).contains(request);
        assertThat(store.find(new RequestId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void theSameIdOrTheSameUniqueTextIsTheSameRequest() {
        RequestRecord first = store.putIfAbsent(request(Optional.of("ab"), Optional.of("ERASE/ab"), Optional.empty()));
        assertThat(store.putIfAbsent(first)).isEqualTo(first);
        assertThat(store.putIfAbsent(request(Optional.of("ab"), Optional.of("ERASE/ab"), Optional.empty())))
                .isEqualTo(first);
        assertThat(store.ofSubject("ab")).containsExactly(first);
    }

    @Test
    void requestsWithoutUniqueTextStandBesideEachOther() {
        store.putIfAbsent(request(Optional.of("ab"), Optional.empty(), Optional.empty()));
        store.putIfAbsent(request(Optional.of("ab"), Optional.empty(), Optional.empty()));
        assertThat(store.ofSubject("ab")).hasSize(2);
        assertThat(store.ofSubject("cd")).isEmpty();
    }

    @Test
    void aUniqueTextThatWasGivenUpMayBeTakenAgain() {
        RequestRecord first = store.putIfAbsent(request(Optional.of("ab"), Optional.of("ERASE/ab"), Optional.empty()));
        store.commit(new RequestRecord(
                first.id(),
                first.kind(),
                2,
                RequestState.FULFILLED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                THEN,
                new byte[0]));
        RequestRecord second = request(Optional.of("ab"), Optional.of("ERASE/ab"), Optional.empty());
        assertThat(store.putIfAbsent(second)).isEqualTo(second);
        assertThat(store.ofSubject("ab")).containsExactly(second);
    }

    @Test
    void onlyTheNextVersionIsCommitted() {
        RequestRecord first = store.putIfAbsent(request(Optional.empty(), Optional.empty(), Optional.empty()));
        RequestRecord second = next(first, new byte[100_000]);
        store.commit(second);
        assertThat(store.find(first.id())).contains(second);
        assertThatThrownBy(() -> store.commit(second)).hasMessageContaining(RequestException.STALE);
        assertThatThrownBy(() -> store.commit(next(next(second, new byte[0]), new byte[0])))
                .hasMessageContaining(RequestException.STALE);
        RequestRecord unknown = request(Optional.empty(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> store.commit(next(unknown, new byte[0]))).hasMessageContaining(RequestException.STALE);
        assertThat(store.find(first.id())).contains(second);
        assertThat(store.find(unknown.id())).isEmpty();
    }

    @Test
    void dueRequestsComeInTheOrderOfTheirTimes() {
        RequestRecord late =
                store.putIfAbsent(request(Optional.empty(), Optional.empty(), Optional.of(THEN.plusSeconds(5))));
        RequestRecord early = store.putIfAbsent(request(Optional.empty(), Optional.empty(), Optional.of(THEN)));
        store.putIfAbsent(request(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(store.due(THEN, 10)).containsExactly(early);
        assertThat(store.due(THEN.plusSeconds(5), 10)).containsExactly(early, late);
        assertThat(store.due(THEN.plusSeconds(5), 1)).containsExactly(early);
        assertThat(store.due(THEN.minusNanos(1_000), 10)).isEmpty();
    }

    @Test
    void ofManyWorkersOneCommitsAVersion() throws Exception {
        RequestRecord first = store.putIfAbsent(request(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(together(() -> {
                    try {
                        store.commit(next(first, new byte[0]));
                        return true;
                    } catch (RequestException stale) {
                        return false;
                    }
                }))
                .containsOnlyOnce(true);
    }

    @Test
    void ofManySubmissionsOneIsKept() throws Exception {
        List<RequestId> kept = together(
                () -> store.putIfAbsent(request(Optional.empty(), Optional.of("RETENTION/1"), Optional.empty()))
                        .id());
        assertThat(kept.stream().distinct()).hasSize(1);
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(java.util.Collections.nCopies(THREADS, work))) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
