package dev.protection.core;

import dev.protection.core.flow.JobRunner;
import dev.protection.rights.RequestId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Has requests carried out by the stores' own jobs: on one node at a time, taken over from one that died. */
final class StoreJobs implements JobRunner {
    private static final String NAME = "requests";
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Stores stores;
    private Optional<Jobs> jobs = Optional.empty();

    StoreJobs(Stores stores) {
        this.stores = stores;
    }

    @Override
    public synchronized void start(Work work) {
        jobs = Optional.of(stores.start(List.of(new Jobs.Job(NAME, PAUSE, () -> runDue(work)))));
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
        jobs.ifPresent(running -> running.wake(NAME));
    }

    @Override
    public synchronized void close() {
        jobs.ifPresent(Jobs::close);
        jobs = Optional.empty();
    }
}
