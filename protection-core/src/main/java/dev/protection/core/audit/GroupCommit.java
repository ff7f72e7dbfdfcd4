package dev.protection.core.audit;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes the events of concurrent callers durable together: whoever finds nobody writing writes everything that waits,
 * the others wait for the result. A failure reaches every caller whose events were in the batch.
 */
final class GroupCommit {
    /** Made once: a stack trace for each batch would cost more than the batch. */
    private static final Optional<Throwable> UNFINISHED =
            Optional.of(new IllegalStateException("the write did not end"));

    private final AuditStore store;
    private final AuditMeters meters;
    private final ReentrantLock writing = new ReentrantLock();
    private List<Waiting> waiting = new ArrayList<>();

    GroupCommit(AuditStore store, AuditMeters meters) {
        this.store = store;
        this.meters = meters;
    }

    /** The future ends with what went wrong, or with nothing. */
    private record Waiting(List<OutboxEvent> events, CompletableFuture<Optional<Throwable>> done) {}

    void append(List<OutboxEvent> events) {
        Waiting mine = new Waiting(events, new CompletableFuture<>());
        synchronized (this) {
            waiting.add(mine);
        }
        writing.lock();
        try {
            if (!mine.done().isDone()) {
                write(take());
            }
        } finally {
            writing.unlock();
        }
        mine.done().join().ifPresent(failure -> {
            throw new StoreUnavailableException("audit store", failure);
        });
    }

    private synchronized List<Waiting> take() {
        List<Waiting> batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private void write(List<Waiting> batch) {
        List<OutboxEvent> events =
                batch.stream().flatMap(each -> each.events().stream()).toList();
        Optional<Throwable> failure = UNFINISHED;
        try {
            store.append(events);
            failure = Optional.empty();
            meters.count(AuditMetric.BATCHES, 1);
            meters.count(AuditMetric.RECORDED, events.size());
        } catch (RuntimeException e) {
            failure = Optional.of(e);
            meters.count(AuditMetric.FAILED, events.size());
        } finally {
            for (Waiting each : batch) {
                each.done().complete(failure); // also when an Error leaves through here: nobody waits for ever
            }
        }
    }
}
