package dev.protection.core.audit;

import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a flood of refusals from filling the log: the first of those that say the same is recorded at once, and those
 * that follow within the window are counted and recorded as one event with the exact number (LOG-EVENT-7).
 */
final class RefusalFlood {
    /** Beyond this many windows, what would open another is recorded one by one: memory stays bounded. */
    private static final int MOST_WINDOWS = 10_000;

    private final Duration length;
    private final InstantSource clock;
    private final Map<Key, Window> windows = new HashMap<>();
    private final List<AuditEvent> overdue = new ArrayList<>();

    RefusalFlood(Duration length, InstantSource clock) {
        this.length = length;
        this.clock = clock;
    }

    /** What two refusals have in common that say the same. */
    private record Key(
            AuditEvent.Kind kind,
            String actor,
            String purpose,
            Optional<TenantId> tenant,
            Optional<String> dataset,
            Optional<String> code) {
        static Key of(AuditEvent event) {
            Optional<String> code = Optional.ofNullable(event.facts().get("code"));
            return new Key(event.kind(), event.actor(), event.purpose(), event.tenant(), event.dataset(), code);
        }
    }

    private record Window(Instant end, RefusalCount counted) {}

    /** Tells whether a refusal is to be recorded now; otherwise it was counted. */
    synchronized boolean admit(AuditEvent refusal) {
        Instant now = clock.instant();
        Key key = Key.of(refusal);
        Window window = windows.get(key);
        if (window != null && now.isBefore(window.end())) {
            window.counted().add(refusal);
            return false;
        }
        close(key);
        if (windows.size() < MOST_WINDOWS && !length.isZero()) {
            windows.put(key, new Window(now.plus(length), new RefusalCount()));
        }
        return true;
    }

    /** The refusal that was to be recorded was not: the next one tries again, and what was counted stays counted. */
    synchronized void notRecorded(AuditEvent refusal) {
        close(Key.of(refusal));
    }

    private void close(Key key) {
        Window window = windows.remove(key);
        if (window != null) {
            window.counted().take().ifPresent(overdue::add);
        }
    }

    /** Takes what was counted in windows that have ended. */
    synchronized List<AuditEvent> takeEnded() {
        Instant now = clock.instant();
        Iterator<Window> all = windows.values().iterator();
        while (all.hasNext()) {
            Window window = all.next();
            if (!now.isBefore(window.end())) {
                window.counted().take().ifPresent(overdue::add);
                all.remove();
            }
        }
        return takeOverdue();
    }

    /** Takes everything counted so far; windows stay open. */
    synchronized List<AuditEvent> takeAll() {
        windows.values().forEach(window -> window.counted().take().ifPresent(overdue::add));
        return takeOverdue();
    }

    private List<AuditEvent> takeOverdue() {
        List<AuditEvent> taken = List.copyOf(overdue);
        overdue.clear();
        return taken;
    }

    /** Gives back what was taken and could not be recorded. */
    synchronized void putBack(List<AuditEvent> taken) {
        overdue.addAll(taken);
    }
}
