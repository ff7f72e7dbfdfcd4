package dev.protection.core.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * A count over the last while, in constant space and tolerant of events out of order. Reaches back up to a twelfth
 * longer than its length, never less. Not for use by several threads.
 */
final class Window {
    private static final int SLOTS = 12;

    private final long slotMillis;
    private final long[] slots = new long[SLOTS + 1];
    private long newest = Long.MIN_VALUE;

    Window(Duration length) {
        this.slotMillis = length.toMillis() / SLOTS;
    }

    /** Counts, and returns the sum of the window that ends with the newest event. */
    long add(Instant at, long amount) {
        long slot = Math.floorDiv(at.toEpochMilli(), slotMillis);
        if (newest == Long.MIN_VALUE || slot - newest > SLOTS) {
            Arrays.fill(slots, 0);
            newest = slot;
        }
        while (newest < slot) {
            newest++;
            slots[Math.floorMod(newest, slots.length)] = 0;
        }
        if (newest - slot <= SLOTS) {
            slots[Math.floorMod(slot, slots.length)] += amount;
        }
        return sum();
    }

    long sum() {
        long sum = 0;
        for (long slot : slots) {
            sum += slot;
        }
        return sum;
    }
}
