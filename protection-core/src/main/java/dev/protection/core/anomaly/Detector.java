package dev.protection.core.anomaly;

import dev.protection.anomaly.SecurityEvent;
import java.time.Instant;
import java.util.Collection;

/** One detection. Not for use by several threads. */
interface Detector {
    /**
     * Looks at an event.
     *
     * @param event any event
     * @param at when it happened, never far ahead of the clock; may be earlier than events before
     * @param signals takes what is unusual
     */
    void observe(SecurityEvent event, Instant at, Collection<Signal> signals);
}
