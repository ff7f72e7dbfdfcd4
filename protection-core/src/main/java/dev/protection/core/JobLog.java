package dev.protection.core;

import dev.protection.ProtectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job so that a failure is told and stays without effect on the next run. */
final class JobLog {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private JobLog() {}

    static void run(Jobs.Job job) {
        try {
            job.work().run();
        } catch (RuntimeException e) {
            LOG.warn("job {} failed and will run again: {}", job.name(), ProtectionException.loggable(e));
        }
    }
}
