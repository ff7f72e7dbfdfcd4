package dev.protection.anomaly;

import java.util.List;
import java.util.Optional;

/** Notices unusual use. Safe for use by several threads. */
public interface Anomaly {
    /**
     * Takes note of an event. Never fails because of what it finds; reads, changes and refusals made through this
     * library are observed by themselves, sign-ins and sessions are for the host to report.
     *
     * @param event what happened
     */
    void observe(SecurityEvent event);

    /**
     * Returns findings. While an episode lasts its count and facts are stored each time the count has doubled.
     *
     * @param query which
     * @return newest first
     */
    List<Finding> findings(FindingQuery query);

    /**
     * Returns where work comes from, with a keyed hash in place of the address, for use in events.
     *
     * @param address the network address as text; not kept
     * @param device what the host recognises the device by, such as a cookie's value; not kept; empty when unknown
     * @return the origin
     */
    Origin origin(String address, Optional<String> device);

    /**
     * Withdraws a finding that turned out to be nothing, and undoes the responses to it.
     *
     * @param id the finding's id
     * @param reason why, free of personal data
     * @return the finding as withdrawn; empty when there is none of this id
     */
    Optional<Finding> withdraw(String id, String reason);
}
