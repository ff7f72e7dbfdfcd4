package dev.protection.core;

import dev.protection.core.flow.JobRunner;
import dev.protection.rights.RequestId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Has requests carried out, and keys of rows that never came swept away, by the stores' jobs: on one node at a time. */
final class StoreJobs implements JobRunner {
    private static final String REQUESTS = "requests";
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final String SWEEP = "provisional-keys";
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    /** A key whose row was never committed is of no use to anybody after this. */
    private static final Duration PROVISIONAL = Duration.ofDays(1);

    private final Stores stores;
    private final InstantSource clock;
    private Optional<Jobs> jobs = Optional.empty();

    StoreJobs(Stores stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public synchronized void start(Work work) {
        Jobs.Job requests = new Jobs.Job(REQUESTS, PAUSE, () -> runDue(work));
        Jobs.Job sweep = new Jobs.Job(SWEEP, BETWEEN_SWEEPS, this::sweep);
        jobs = Optional.of(stores.start(List.of(requests, sweep)));
    }

    private void sweep() {
        stores.keys().sweepProvisional(clock.instant().minus(PROVISIONAL));
    }

    /** One request that fails does not keep the others waiting; it is due again at the next run. */
    private static void runDue(Work work) {
        RuntimeException failure = null;
        for (RequestId id : work.due()) {
            try {
                work.run(id);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public synchronized void schedule(RequestId id) {
        jobs.ifPresent(running -> running.wake(REQUESTS));
    }

    @Override
    public synchronized void close() {
        jobs.ifPresent(Jobs::close);
        jobs = Optional.empty();
    }
}
