package dev.protection.core.lawfulness;

import dev.protection.lawfulness.ConsentEvent;
import dev.protection.lawfulness.ConsentStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to the consents of one person, with the ends that came by themselves. Immutable. */
public final class ConsentHistory {
    private static final String NOBODY = "-";

    private final List<ConsentEvent> events = new ArrayList<>();

    /**
     * Completes what was kept.
     *
     * @param kept in the order in which it was appended; a job that was cut off may append late what was said early
     * @param now the time
     */
    public ConsentHistory(List<ConsentEvent> kept, Instant now) {
        for (ConsentEvent event :
                kept.stream().sorted(Comparator.comparing(ConsentEvent::at)).toList()) {
            endsBefore(event.at(), event.purpose());
            events.add(event);
        }
        kept.stream().map(ConsentEvent::purpose).distinct().forEach(purpose -> endsBefore(now, purpose));
    }

    private void endsBefore(Instant moment, String purpose) {
        ConsentEvent last = last(purpose);
        if (last != null
                && last.status() == ConsentStatus.GIVEN
                && !last.until().isAfter(moment)) {
            events.add(new ConsentEvent(
                    UUID.nameUUIDFromBytes((last.id() + "/expired").getBytes(StandardCharsets.UTF_8)),
                    last.subject(),
                    purpose,
                    ConsentStatus.EXPIRED,
                    last.until(),
                    NOBODY,
                    last.how(),
                    last.until()));
        }
    }

    private @Nullable ConsentEvent last(String purpose) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).purpose().equals(purpose)) {
                return events.get(i);
            }
        }
        return null;
    }

    /**
     * Returns all of it.
     *
     * @return in order, an end before what followed it
     */
    public List<ConsentEvent> events() {
        return List.copyOf(events);
    }

    /**
     * Returns what the last event about a purpose says.
     *
     * @param purpose to what
     * @return {@link ConsentStatus#UNKNOWN} without one
     */
    public ConsentStatus status(String purpose) {
        ConsentEvent last = last(purpose);
        return last == null ? ConsentStatus.UNKNOWN : last.status();
    }
}
