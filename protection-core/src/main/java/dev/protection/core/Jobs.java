package dev.protection.core;

import java.time.Duration;
import java.util.Objects;

/**
 * Work that comes back again and again while the library runs. On durable stores every job runs on one node at a time,
 * and another node takes over from one that died. Safe for use by several threads.
 */
public interface Jobs extends AutoCloseable {
    /**
     * Has a job run as soon as it can, on whichever node; one that is running now runs again at its usual time.
     *
     * @param name the job
     */
    void wake(String name);

    /** Starts no more work, and waits some seconds for what is running. */
    @Override
    void close();

    /**
     * A job.
     *
     * @param name its name, the same on every node
     * @param pause from the end of one run to the begin of the next
     * @param work what is to be done; it may have been cut off the last time, anywhere. What it throws is logged without
     *     its message, and the job goes on at its usual time
     */
    record Job(String name, Duration pause, Runnable work) {
        /**
         * Checks the parts.
         *
         * @param name its name
         * @param pause between two runs
         * @param work what is to be done
         */
        public Job {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(pause, "pause");
            Objects.requireNonNull(work, "work");
        }

        /** Does the work; what it throws is logged by its type and code alone, and kept in. */
        public void run() {
            JobLog.run(this);
        }
    }
}
