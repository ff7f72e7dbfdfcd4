package dev.protection.core.anomaly;

import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.Location;
import dev.protection.anomaly.Origin;
import dev.protection.anomaly.SecurityEvent;
import dev.protection.anomaly.SecurityEvent.Session;
import dev.protection.anomaly.SecurityEvent.SignIn;
import dev.protection.core.anomaly.Places.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * One account is used from two places, and nobody travels that fast. What comes from a VPN or a hub says nothing about
 * where the person is, and is left out.
 */
final class DistantPlacesDetector implements Detector {
    private static final double SECONDS_PER_HOUR = 3_600.0;

    private final AnomalySettings.Travel limits;
    private final BoundedTable<Key, Places> accounts;

    DistantPlacesDetector(AnomalySettings settings) {
        this.limits = settings.travel();
        this.accounts = new BoundedTable<>(settings.keys());
    }

    @Override
    public void observe(SecurityEvent event, Instant at, Collection<Signal> signals) {
        if (event instanceof SignIn signIn && signIn.succeeded()) {
            used(event, signIn.origin(), at, "", signals);
        } else if (event instanceof Session session) {
            if (session.phase() == Session.Phase.END) {
                places(event).end(session.session().hex());
            } else {
                used(event, session.origin(), at, session.session().hex(), signals);
            }
        }
    }

    private Places places(SecurityEvent event) {
        return accounts.get(new Key(event.tenant(), event.actor()), Places::new);
    }

    private void used(SecurityEvent event, Origin origin, Instant at, String session, Collection<Signal> signals) {
        if (!origin.isLocated() || origin.location().isEmpty()) {
            return;
        }
        Place now = new Place(at, origin.location().get(), session, false);
        Places places = places(event);
        for (Place before : places.all()) {
            if (tooFar(before.location(), now.location(), between(before, now))) {
                signals.add(signal(event, before, now));
                break;
            }
        }
        places.add(now);
    }

    private boolean tooFar(Location from, Location to, Duration time) {
        double kilometres = from.kilometresTo(to);
        double possible = limits.kilometresPerHour() * (time.toSeconds() / SECONDS_PER_HOUR);
        return kilometres > limits.kilometres() && kilometres > possible;
    }

    // Events may come out of order, so only the length of the time counts.
    private static Duration between(Place one, Place other) {
        return Duration.between(one.at(), other.at()).abs();
    }

    private Signal signal(SecurityEvent event, Place before, Place now) {
        boolean overlapping = !before.session().isEmpty()
                && !now.session().isEmpty()
                && !before.session().equals(now.session())
                && !before.ended();
        Map<String, String> facts = Map.of(
                "kilometres", Long.toString(Math.round(before.location().kilometresTo(now.location()))),
                "minutes-between", Long.toString(between(before, now).toMinutes()),
                "overlapping-sessions", Boolean.toString(overlapping));
        String normal = "up to " + limits.kilometresPerHour() + " km/h beyond " + limits.kilometres() + " km";
        return new Signal(FindingRule.DISTANT_PLACES, event.tenant(), event.actor(), facts, normal);
    }
}
