package dev.protection.jdbc.attack;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The places at which a process is killed: before and after each commit that changes the application's tables or the
 * library's own. The process stops there of itself and says so, and whoever started it kills it.
 */
final class KillPoints {
    /** What runs beside a job, at times of its own: the scheduler's rows, the sequencer's, a sweep. */
    private static final List<String> BESIDE =
            List.of("scheduled_tasks", "log_entry", "log_head", "named_key", "tombstone_key", "'provisional'");

    private static final List<String> CHANGES = List.of("insert", "update", "delete", "merge");
    private static final AtomicBoolean COUNTING = new AtomicBoolean();
    private static final AtomicInteger PASSED = new AtomicInteger();
    private static final AtomicInteger STOP_AT = new AtomicInteger();

    private KillPoints() {}

    /**
     * Counts from now on.
     *
     * @param stopAt the number of the place to stop at, from 1; 0 for none
     */
    static void count(int stopAt) {
        STOP_AT.set(stopAt);
        COUNTING.set(true);
    }

    static int passed() {
        return PASSED.get();
    }

    static boolean isChange(String sql) {
        String start = sql.stripLeading().toLowerCase(Locale.ROOT);
        return CHANGES.stream().anyMatch(start::startsWith);
    }

    /** Tells whether a transaction of these changes is one of a job's own steps. */
    static boolean isStep(List<String> changes) {
        return !changes.isEmpty()
                && changes.stream()
                        .map(sql -> sql.toLowerCase(Locale.ROOT))
                        .noneMatch(sql -> BESIDE.stream().anyMatch(sql::contains));
    }

    /** Before or after the commit of a step. */
    static void pass() {
        if (COUNTING.get() && PASSED.incrementAndGet() == STOP_AT.get()) {
            System.out.println("REACHED");
            System.out.flush();
            forEver();
        }
    }

    private static void forEver() {
        while (true) {
            LockSupport.park(); // only a kill ends this, no interrupt
            Thread.interrupted();
        }
    }
}
