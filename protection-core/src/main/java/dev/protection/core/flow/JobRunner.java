package dev.protection.core.flow;

import dev.protection.rights.RequestId;
import java.util.List;

/**
 * Has durable jobs carried out, one execution of each at a time. What is scheduled may be forgotten by a crash: the
 * runner asks {@link Work#due} when it starts and about every minute.
 */
public interface JobRunner extends AutoCloseable {
    /**
     * Starts to carry out jobs.
     *
     * @param work what they are
     */
    void start(Work work);

    /**
     * Has a job carried out soon.
     *
     * @param id the request
     */
    void schedule(RequestId id);

    /** Stops; a job that is being carried out may go on elsewhere or after the next start. */
    @Override
    void close();

    /** The jobs. */
    interface Work {
        /**
         * Carries a job on as far as it goes now. What it throws makes the runner try again later, after ever longer
         * times.
         *
         * @param id the request
         */
        void run(RequestId id);

        /**
         * Returns the jobs with work to do now.
         *
         * @return their requests
         */
        List<RequestId> due();
    }
}
