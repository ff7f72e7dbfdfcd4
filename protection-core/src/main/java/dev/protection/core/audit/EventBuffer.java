package dev.protection.core.audit;

import dev.protection.audit.AuditStore.OutboxEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps events in memory for a bounded time and number, then makes them durable together. Whoever brings one past a
 * bound waits for that, and fails with it: what cannot be recorded stays bounded. Safe for use by several threads.
 */
final class EventBuffer {
    /** As promised by {@link dev.protection.AuditMode#BUFFERED}. */
    static final int MOST = 1_000;

    static final Duration LONGEST = Duration.ofSeconds(1);

    /** How often it is emptied in the background; less than half of the bound, so that callers seldom have to. */
    static final Duration INTERVAL = Duration.ofMillis(200);

    private final GroupCommit commit;
    private final ReentrantLock emptying = new ReentrantLock();
    private List<OutboxEvent> waiting = new ArrayList<>();
    private int held; // waiting, and on their way to the store
    private long oldest; // when the first of those came
    private long next; // when the first came that is not on its way

    EventBuffer(GroupCommit commit) {
        this.commit = commit;
    }

    void add(List<OutboxEvent> events) {
        if (isFull()) {
            flush();
        }
        synchronized (this) {
            if (waiting.isEmpty()) {
                next = System.nanoTime();
                oldest = held == 0 ? next : oldest;
            }
            waiting.addAll(events);
            held += events.size();
        }
    }

    private synchronized boolean isFull() {
        return held >= MOST || (held > 0 && System.nanoTime() - oldest > LONGEST.toNanos());
    }

    /**
     * Makes durable what waits; it waits on when that fails. An event whose storing was not answered, and that was moved
     * into the log meanwhile, can be there twice, under one id.
     */
    void flush() {
        emptying.lock();
        try {
            List<OutboxEvent> taken = take();
            if (!taken.isEmpty()) {
                store(taken);
            }
        } finally {
            emptying.unlock();
        }
    }

    private void store(List<OutboxEvent> taken) {
        boolean stored = false;
        try {
            commit.append(taken);
            stored = true;
        } finally {
            if (stored) {
                forget(taken.size());
            } else {
                putBack(taken);
            }
        }
    }

    private synchronized List<OutboxEvent> take() {
        List<OutboxEvent> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    private synchronized void forget(int stored) {
        held -= stored;
        oldest = next;
    }

    private synchronized void putBack(List<OutboxEvent> taken) {
        taken.addAll(waiting);
        waiting = taken;
    }
}
