package dev.protection.core.anomaly;

import dev.protection.anomaly.Location;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The last places one account was used from. */
final class Places {
    private static final int KEPT = 8;

    private final Deque<Place> places = new ArrayDeque<>(2);

    /**
     * One place.
     *
     * @param at when the account was last seen there
     * @param location where
     * @param session the hash of the session; empty text for a sign-in
     * @param ended whether the session has ended
     */
    record Place(Instant at, Location location, String session, boolean ended) {}

    Iterable<Place> all() {
        return places;
    }

    /** A session is kept once, where it was last seen. */
    void add(Place place) {
        places.removeIf(known -> known.session().equals(place.session())
                && known.location().equals(place.location())
                && !known.at().isAfter(place.at()));
        places.addFirst(place);
        if (places.size() > KEPT) {
            places.removeLast();
        }
    }

    void end(String session) {
        Deque<Place> after = new ArrayDeque<>(places.size() + 1);
        for (Iterator<Place> known = places.iterator(); known.hasNext(); ) {
            Place place = known.next();
            boolean same = place.session().equals(session);
            after.addLast(same ? new Place(place.at(), place.location(), session, true) : place);
        }
        places.clear();
        places.addAll(after);
    }
}
