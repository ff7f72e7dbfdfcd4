package dev.protection.audit;

import java.util.Optional;

/**
 * A place apart from the logs that keeps the newest checkpoint of each, by its origin, so that a log cut short or written anew is noticed.
 *
 * <p>Safe for use by several threads.
 */
public interface Anchor {
    /**
     * Returns where it is.
     *
     * @return a short name without credentials
     */
    String name();

    /**
     * Keeps a checkpoint. One that is not of a larger log than the newest of the same origin is ignored.
     *
     * @param checkpoint the checkpoint; durable when this returns
     * @throws dev.protection.StoreUnavailableException when it cannot be kept
     */
    void publish(Checkpoint checkpoint);

    /**
     * Returns the newest checkpoint of a log.
     *
     * @param origin the log's name
     * @return empty before the first
     * @throws dev.protection.StoreUnavailableException when it cannot be read
     */
    Optional<Checkpoint> latest(String origin);
}
