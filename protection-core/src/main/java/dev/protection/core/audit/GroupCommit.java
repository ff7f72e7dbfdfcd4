package dev.protection.core.audit;

import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.OutboxEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes the events of concurrent callers durable together: whoever finds nobody writing writes everything that waits,
 * the others wait for the result. A failure reaches every caller whose event was in the batch.
 */
final class GroupCommit {
    private final AuditStore store;
    private final ReentrantLock writing = new ReentrantLock();
    private List<Waiting> waiting = new ArrayList<>();

    GroupCommit(AuditStore store) {
        this.store = store;
    }

    private record Waiting(OutboxEvent event, CompletableFuture<Boolean> durable) {}

    void append(OutboxEvent event) {
        Waiting mine = new Waiting(event, new CompletableFuture<>());
        synchronized (this) {
            waiting.add(mine);
        }
        writing.lock();
        try {
            if (!mine.durable().isDone()) {
                write();
            }
        } finally {
            writing.unlock();
        }
        try {
            mine.durable().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw failed;
        }
    }

    private void write() {
        List<Waiting> batch = take();
        try {
            store.append(batch.stream().map(Waiting::event).toList());
            batch.forEach(each -> each.durable().complete(true));
        } catch (RuntimeException failure) {
            batch.forEach(each -> each.durable().completeExceptionally(failure));
        }
    }

    private synchronized List<Waiting> take() {
        List<Waiting> batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }
}
