package dev.protection.core.access;

import java.time.Duration;
import java.util.Arrays;

/**
 * A count over the last while, in constant space. Counts up to a twelfth of the window more than the window itself, so
 * that it never counts too little. Safe for use by several threads.
 */
final class SlidingCount {
    private static final int SLOTS = 12;

    private final Duration window;
    private final long slotMillis;
    private final long[] slots = new long[SLOTS + 1];
    private long newest = Long.MIN_VALUE;
    private volatile long atMost;

    SlidingCount(Duration window) {
        this.window = window;
        this.slotMillis = Math.max(1, (window.toMillis() + SLOTS - 1) / SLOTS);
    }

    Duration window() {
        return window;
    }

    synchronized void add(long millis, long amount) {
        advance(millis);
        slots[Math.floorMod(newest, slots.length)] += amount;
        atMost = sum();
    }

    /** What {@link #within} has not exceeded since the last addition: time only takes away. */
    long atMost() {
        return atMost;
    }

    synchronized long within(long millis) {
        advance(millis);
        return sum();
    }

    private long sum() {
        long sum = 0;
        for (long slot : slots) {
            sum += slot;
        }
        return sum;
    }

    // A clock that steps back counts into the newest slot: nothing is forgotten early.
    private void advance(long millis) {
        long slot = Math.floorDiv(millis, slotMillis);
        if (newest == Long.MIN_VALUE || slot - newest >= slots.length) {
            Arrays.fill(slots, 0);
            newest = Math.max(newest, slot);
        }
        while (newest < slot) {
            newest++;
            slots[Math.floorMod(newest, slots.length)] = 0;
        }
    }
}
