package dev.protection.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Safe for use by several threads. */
public final class TestClock implements InstantSource {
    /** When every test begins. */
    public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private volatile Instant now = START;

    /** Makes a clock that stands at {@link #START}. */
    public TestClock() {}

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Sets the time.
     *
     * @param time the new time
     */
    public void set(Instant time) {
        now = time;
    }

    /**
     * Lets time pass.
     *
     * @param time how long
     */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }
}
