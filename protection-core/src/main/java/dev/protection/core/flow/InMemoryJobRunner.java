package dev.protection.core.flow;

import dev.protection.ProtectionException;
import dev.protection.rights.RequestId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries jobs out on one thread of this process. */
public final class InMemoryJobRunner implements JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(InMemoryJobRunner.class);
    private static final long TICK_SECONDS = 60;
    private static final int MOST_DOUBLINGS = 6;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "protection-jobs");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<RequestId, Integer> failures = new ConcurrentHashMap<>();
    private volatile Work work = new Idle();

    /** Makes a runner. */
    public InMemoryJobRunner() {}

    @Override
    public void start(Work jobs) {
        work = jobs;
        Future<?> unused = executor.scheduleWithFixedDelay(this::tick, 0, TICK_SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            work.due().forEach(this::run);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The jobs that are due could not be read; asked again in a minute: {}",
                    ProtectionException.loggable(e));
        }
    }

    @Override
    public void schedule(RequestId id) {
        after(id, 0);
    }

    private void after(RequestId id, long seconds) {
        try {
            Future<?> unused = executor.schedule(() -> run(id), seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Job {} goes on after the next start.", id);
        }
    }

    private void run(RequestId id) {
        try {
            work.run(id);
            failures.remove(id);
        } catch (RuntimeException e) {
            int count = failures.merge(id, 1, Integer::sum);
            LOG.warn(
                    "Job {} failed for the {}. time; it is tried again: {}",
                    id,
                    count,
                    ProtectionException.loggable(e));
            after(id, 1L << Math.min(count, MOST_DOUBLINGS));
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(TICK_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Before the start there is nothing to do. */
    private static final class Idle implements Work {
        @Override
        public void run(RequestId id) {
            LOG.debug("Job {} waits for the start.", id);
        }

        @Override
        public java.util.List<RequestId> due() {
            return java.util.List.of();
        }
    }
}
