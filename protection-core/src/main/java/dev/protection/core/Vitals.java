package dev.protection.core;

import dev.protection.audit.Anchor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the parts of a running library answer, and how much they hold: numbers alone, never data of persons. Each
 * method asks its store and throws {@link dev.protection.StoreUnavailableException} when it does not answer. Safe for use
 * by several threads.
 */
public final class Vitals {
    private static final int MOST_REQUESTS = 1_000;

    private final Stores stores;
    private final List<Anchor> anchors;
    private final String origin;

    Vitals(Stores stores, List<Anchor> anchors, String origin) {
        this.stores = stores;
        this.anchors = List.copyOf(anchors);
        this.origin = origin;
    }

    /**
     * Asks the key store.
     *
     * @return how many tenants have keys
     */
    public int tenantsWithKeys() {
        return stores.keys().tenants().size();
    }

    /**
     * Asks the key store.
     *
     * @param time a time
     * @return how many keys of persons are in use that were created before it
     */
    public long keysBefore(Instant time) {
        return stores.keys().activeBefore(time);
    }

    /**
     * Asks the erasure ledger.
     *
     * @return whether anything was erased yet
     */
    public boolean hasErased() {
        return stores.ledger().last().isPresent();
    }

    /**
     * Asks the audit store.
     *
     * @return how many entries the log has
     */
    public long logSize() {
        return stores.audit().head().size();
    }

    /**
     * Asks the anchors.
     *
     * @return the size of the longest log that one of them knows; 0 without any
     */
    public long anchoredSize() {
        return anchors.stream()
                .map(anchor -> anchor.latest(origin))
                .flatMap(Optional::stream)
                .mapToLong(checkpoint -> checkpoint.size())
                .max()
                .orElse(0);
    }

    /**
     * Counts the anchors.
     *
     * @return how many there are
     */
    public int anchors() {
        return anchors.size();
    }

    /**
     * Asks the store of holds.
     *
     * @return how many are in force
     */
    public int holdsInForce() {
        return stores.holds().inForce().size();
    }

    /**
     * Asks the store of requests.
     *
     * @param now the time
     * @return how many are to be carried out, at most 1,000
     */
    public int requestsDue(Instant now) {
        return stores.requests().due(now, MOST_REQUESTS).size();
    }

    /** Something that has them. The façade's implementation does. */
    public interface Holder {
        /**
         * Returns them.
         *
         * @return the vitals
         */
        Vitals vitals();
    }
}
