package dev.protection.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Jobs of a process that shares its stores with no other: one thread does them all. */
final class InProcessJobs implements Jobs {
    private final BackgroundWork background = new BackgroundWork();
    private final Map<String, Job> jobs = new HashMap<>();
    private final List<Future<?>> scheduled = new ArrayList<>();

    InProcessJobs(List<Job> jobs) {
        for (Job job : jobs) {
            this.jobs.put(job.name(), job);
            long nanos = job.pause().toNanos();
            scheduled.add(background.executor().scheduleWithFixedDelay(job::run, nanos, nanos, TimeUnit.NANOSECONDS));
        }
    }

    @Override
    public void wake(String name) {
        Job job = jobs.get(name);
        if (job == null) {
            throw new IllegalArgumentException("there is no job " + name);
        }
        try {
            background.executor().execute(job::run);
        } catch (RejectedExecutionException e) {
            // It is being closed; what is durable goes on after the next start.
            return;
        }
    }

    @Override
    public void close() {
        scheduled.forEach(job -> job.cancel(false));
        background.close();
    }
}
