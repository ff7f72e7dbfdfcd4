package dev.protection.core.access;

import dev.protection.Actor;
import dev.protection.access.Conditions;
import dev.protection.access.Emergency;
import dev.protection.access.Policy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The emergencies for which the glass was broken on this node. Immutable. */
final class OpenEmergencies {
    static final OpenEmergencies NONE = new OpenEmergencies(Map.of());

    private final Map<String, Opened> opened;

    private record Opened(String actor, Instant at) {}

    private OpenEmergencies(Map<String, Opened> opened) {
        this.opened = opened;
    }

    /** With one more; those that are over by any grant are forgotten. */
    OpenEmergencies with(String id, String actor, Instant at) {
        Map<String, Opened> more = new HashMap<>();
        opened.forEach((known, each) -> {
            if (at.isBefore(each.at().plus(Conditions.LONGEST_EMERGENCY))) {
                more.put(known, each);
            }
        });
        more.put(id, new Opened(actor, at));
        return new OpenEmergencies(Map.copyOf(more));
    }

    OpenEmergencies without(String id) {
        Map<String, Opened> less = new HashMap<>(opened);
        less.remove(id);
        return less.isEmpty() ? NONE : new OpenEmergencies(Map.copyOf(less));
    }

    /** When, after now, the next grant ends that one of them has let count. */
    long nextEnd(Policy policy, Instant now) {
        return policy.roles().values().stream()
                .flatMap(List::stream)
                .flatMap(grant -> grant.conditions().breakGlass().stream())
                .flatMap(
                        length -> opened.values().stream().map(each -> each.at().plus(length)))
                .filter(now::isBefore)
                .mapToLong(Instant::toEpochMilli)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether a grant counts for an actor: it needs no emergency, or the actor's own is open and not over. */
    boolean admit(Conditions conditions, Actor actor, Instant now) {
        if (conditions.breakGlass().isEmpty()) {
            return true;
        }
        Opened mine = opened.get(actor.attributes().getOrDefault(Emergency.ATTRIBUTE, ""));
        return mine != null
                && mine.actor().equals(actor.id())
                && now.isBefore(mine.at().plus(conditions.breakGlass().get()));
    }
}
