package dev.protection.core.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** How many persons one actor opened: within the last hour, and in each of its last active hours. */
final class ReadingHistory {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS = 32;
    private static final int ENOUGH = 4;

    private final Window window = new Window(HOUR);
    private final int[] hours = new int[HOURS];
    private int closed;
    private long hour = Long.MIN_VALUE;
    private long ofHour;
    private boolean unusual;

    /** Counts, and returns how many were opened within the last hour. */
    long add(Instant at, long subjects) {
        long now = Math.floorDiv(at.getEpochSecond(), HOUR.toSeconds());
        if (now > hour) {
            close();
            hour = now;
        }
        ofHour += subjects;
        return window.add(at, subjects);
    }

    // An unusual hour does not become the normal, else an attacker need only be patient.
    private void close() {
        if (ofHour > 0 && !unusual) {
            hours[closed % HOURS] = (int) Math.min(ofHour, Integer.MAX_VALUE);
            closed++;
        }
        ofHour = 0;
        unusual = false;
    }

    void markUnusual() {
        unusual = true;
    }

    /** The upper quartile of the last active hours; 0 until there are enough of them. */
    long normal() {
        int known = Math.min(closed, HOURS);
        if (known < ENOUGH) {
            return 0;
        }
        int[] sorted = Arrays.copyOf(hours, known);
        Arrays.sort(sorted);
        return sorted[known * 3 / 4];
    }
}
