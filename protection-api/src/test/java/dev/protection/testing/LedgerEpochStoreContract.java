package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.rights.LedgerEpochStore;
import dev.protection.rights.LedgerEpochStore.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LedgerEpochStore} keeps. Extend it and say how an empty store, and another node's, are made. */
public abstract class LedgerEpochStoreContract {
    private static final int MANY = 12;

    private LedgerEpochStore store;

    /**
     * Returns an empty store.
     *
     * @return a store that has seen nothing
     * @throws Exception when it cannot be made
     */
    protected abstract LedgerEpochStore emptyStore() throws Exception;

    /**
     * Returns the same store as another node sees it.
     *
     * @param first what {@link #emptyStore} returned
     * @return over the same place
     * @throws Exception when it cannot be made
     */
    protected abstract LedgerEpochStore anotherNode(LedgerEpochStore first) throws Exception;

    @BeforeEach
    void makeStore() throws Exception {
        store = emptyStore();
    }

    private static Epoch epoch(int lines) {
        return new Epoch(lines, String.format("%064x", lines));
    }

    @Test
    void nothingWasSeenAtFirst() {
        assertThat(store.get()).isEqualTo(Epoch.NONE);
        store.advance(Epoch.NONE);
        assertThat(store.get()).isEqualTo(Epoch.NONE);
    }

    @Test
    void whatWasSeenIsKnownToEveryNode() throws Exception {
        store.advance(epoch(3));
        assertThat(anotherNode(store).get()).isEqualTo(epoch(3));
    }

    @Test
    void itOnlyGoesForward() {
        store.advance(epoch(5));
        store.advance(epoch(4));
        store.advance(new Epoch(5, "ff".repeat(32)));
        assertThat(store.get()).isEqualTo(epoch(5));
        store.advance(epoch(6));
        assertThat(store.get()).isEqualTo(epoch(6));
    }

    @Test
    void ofManyAtOnceTheFurthestStays() throws Exception {
        List<Callable<Object>> work = new ArrayList<>();
        for (int lines = 1; lines <= MANY; lines++) {
            LedgerEpochStore node = lines % 2 == 0 ? store : anotherNode(store);
            Epoch seen = epoch(lines);
            work.add(Executors.callable(() -> node.advance(seen)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.get()).isEqualTo(epoch(MANY));
    }
}
