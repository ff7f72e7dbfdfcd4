package dev.protection.access;

import dev.protection.Actor;
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
 */
public record Conditions(
        boolean strongAuthentication, List<Network> networks, Optional<Hours> hours, Optional<Instant> until) {
    /** The actor's attribute that says, by {@code true}, that it signed in by more than one factor. */
    public static final String STRONG_AUTHENTICATION = "strong-authentication";

    /** The actor's attribute that says from which network address, in figures, it comes. */
    public static final String ADDRESS = "address";

    /** Nothing besides. */
    public static final Conditions NONE = new Conditions(false, List.of(), Optional.empty(), Optional.empty());

    /**
     * Copies the parts.
     *
     * @param strongAuthentication whether it is needed
     * @param networks the networks
     * @param hours the hours
     * @param until the end
     */
    public Conditions {
        Objects.requireNonNull(hours, "hours");
        Objects.requireNonNull(until, "until");
        networks = List.copyOf(networks);
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
