package dev.protection.access;

import dev.protection.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What must hold besides for a grant to count. A fact that the actor does not bring does not hold.
 *
 * @param strongAuthentication whether the actor must have signed in by more than one factor: its attribute
 *     {@link #STRONG_AUTHENTICATION} is {@code true}
 * @param networks from where the actor may come: its attribute {@link #ADDRESS} lies in one of them; empty for anywhere
 * @param hours when; empty for any time
 * @param until the moment from which on the grant counts no more; empty for as long as the policy is in force
 * @param breakGlass for how long the grant counts once the glass was broken for the work, see {@link BreakGlass}; empty for a
 *     grant that needs no emergency
 */
public record Conditions(
        boolean strongAuthentication,
        List<Network> networks,
        Optional<Hours> hours,
        Optional<Instant> until,
        Optional<Duration> breakGlass) {
    /** The actor's attribute that says, by {@code true}, that it signed in by more than one factor. */
    public static final String STRONG_AUTHENTICATION = "strong-authentication";

    /** The actor's attribute that says from which network address, in figures, it comes. */
    public static final String ADDRESS = "address";

    /** The longest emergency. */
    public static final Duration LONGEST_EMERGENCY = Duration.ofDays(1);

    /** Nothing besides. */
    public static final Conditions NONE = new Conditions(false, List.of(), Optional.empty(), Optional.empty());

    /**
     * Copies the parts.
     *
     * @param strongAuthentication whether it is needed
     * @param networks the networks
     * @param hours the hours
     * @param until the end
     * @param breakGlass the emergency's length
     * @throws IllegalArgumentException for an emergency that is not longer than nothing, or longer than a day
     */
    public Conditions {
        Objects.requireNonNull(breakGlass, "breakGlass");
        breakGlass.ifPresent(Conditions::requireLength);
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(until, "until");
        networks = List.copyOf(networks);
    }

    /**
     * Makes conditions that need no emergency.
     *
     * @param strongAuthentication whether it is needed
     * @param networks the networks
     * @param hours the hours
     * @param until the end
     */
    public Conditions(
            boolean strongAuthentication, List<Network> networks, Optional<Hours> hours, Optional<Instant> until) {
        this(strongAuthentication, networks, hours, until, Optional.empty());
    }

    /**
     * Returns these conditions for an emergency.
     *
     * @param atMost for how long the grant counts once the glass was broken; at most a day
     * @return a copy
     */
    public Conditions breakGlass(Duration atMost) {
        return new Conditions(strongAuthentication, networks, hours, until, Optional.of(atMost));
    }

    private static void requireLength(Duration length) {
        if (length.isZero() || length.isNegative() || length.compareTo(LONGEST_EMERGENCY) > 0) {
            throw new IllegalArgumentException("an emergency is longer than nothing and at most a day long");
        }
    }

    /**
     * Tells whether the time is right.
     *
     * @param moment now
     * @return true within the hours and before the end
     */
    public boolean holdAt(Instant moment) {
        return !hasLapsedAt(moment) && hours.map(each -> each.contains(moment)).orElse(true);
    }

    /**
     * Tells whether the grant counts no more.
     *
     * @param moment now
     * @return true from {@code until} on
     */
    public boolean hasLapsedAt(Instant moment) {
        return until.map(end -> !moment.isBefore(end)).orElse(false);
    }

    /**
     * Tells whether the actor comes from where it may.
     *
     * @param actor who acts
     * @return true when one of the networks has its address, or there is none to be in
     */
    public boolean admitAddressOf(Actor actor) {
        String address = actor.attributes().getOrDefault(ADDRESS, "");
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * Tells whether the actor signed in as is needed.
     *
     * @param actor who acts
     * @return true when it did, or nothing is needed
     */
    public boolean admitAuthenticationOf(Actor actor) {
        return !strongAuthentication || "true".equals(actor.attributes().get(STRONG_AUTHENTICATION));
    }
}
