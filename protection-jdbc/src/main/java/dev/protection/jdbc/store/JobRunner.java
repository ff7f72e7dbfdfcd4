package dev.protection.jdbc.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.protection.core.Jobs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Jobs on db-scheduler over the data's store.
 *
 * <p>A row per job says when it is due and who has picked it; its version lets one node pick it. While a job runs its node
 * sends heartbeats, and a job without one for a whole lease is given to another node. A node that only slept may then
 * still be at work: what jobs do is therefore fenced by versions of its own.
 */
final class JobRunner implements Jobs {
    /** The least db-scheduler takes. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final InstantSource clock;

    JobRunner(StoreConnections connections, String node, Duration lease, List<Job> jobs, InstantSource clock) {
        this.clock = clock;
        List<RecurringTask<Void>> tasks = jobs.stream().map(JobRunner::task).toList();
        this.scheduler = Scheduler.create(new StoreDataSource(connections))
                .startTasks(tasks)
                .tableName(connections.schema().sql("protection.scheduled_tasks"))
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(Math.max(1, Math.min(jobs.size(), 3)))
                .heartbeatInterval(lease.dividedBy(MISSED_HEARTBEATS))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .pollingInterval(min(Duration.ofSeconds(1), lease.dividedBy(MISSED_HEARTBEATS)))
                .alwaysPersistTimestampInUTC()
                .failureLogging(LogLevel.WARN, false)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
        scheduler.start();
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.run());
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public void wake(String name) {
        try {
            scheduler.reschedule(TaskInstanceId.of(name, RecurringTask.INSTANCE), clock.instant());
            scheduler.triggerCheckForDueExecutions();
        } catch (DbSchedulerException e) {
            // It is running, or another node is about to: it comes back at its usual time.
            return;
        }
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
