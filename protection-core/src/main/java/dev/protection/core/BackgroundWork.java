package dev.protection.core;

import dev.protection.ProtectionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves events from the outbox into the log about every second. What fails is tried again: nothing is lost by it. */
final class BackgroundWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Protection.class);
    private static final long SECONDS_TO_STOP = 10;

    private final Runnable work;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "protection-log");
        thread.setDaemon(true);
        return thread;
    });

    BackgroundWork(Runnable work) {
        this.work = work;
    }

    void start() {
        executor.scheduleWithFixedDelay(this::run, 1, 1, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            work.run();
        } catch (ProtectionException e) {
            LOG.warn("The audit log could not be brought up to date ({}); it is tried again.", e.code());
        } catch (RuntimeException e) {
            LOG.error("The audit log could not be brought up to date; it is tried again.", e);
        }
    }

    @Override
    public void close() {
        stop(executor);
    }

    private static void stop(ExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
