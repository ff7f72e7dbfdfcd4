package dev.protection.audit;

import java.util.Optional;

/**
 * A place apart from the log that keeps its newest checkpoint, so that a log cut short or written anew is noticed.
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
     * Keeps a checkpoint. One that is not of a larger log than the newest is ignored.
     *
     * @param checkpoint the checkpoint; durable when this returns
     * @throws dev.protection.StoreUnavailableException when it cannot be kept
     */
    void publish(Checkpoint checkpoint);

    /**
     * Returns the newest checkpoint.
     *
     * @return empty before the first
     * @throws dev.protection.StoreUnavailableException when it cannot be read
     */
    Optional<Checkpoint> latest();
}
