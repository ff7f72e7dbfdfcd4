package dev.protection.access;

import java.util.List;

/**
 * A policy that is observed before it is put in force: whatever the policy in force permits is decided by this one too, and
 * counted where it would refuse. It refuses nothing. Safe for use by several threads; of this node alone.
 */
public interface PolicyTrial extends AutoCloseable {
    /**
     * Returns what would have been refused so far.
     *
     * @return most frequent first; at most 10,000 different ones are told apart
     */
    List<ObservedRefusal> refusals();

    /** Ends the trial. */
    @Override
    void close();
}
