package dev.protection;

/** The time during which a {@link ProtectionContext} is bound to a thread; closing it restores the one before. */
public interface Scope extends AutoCloseable {
    /**
     * Ends the scope on the thread that opened it.
     *
     * @throws IllegalStateException when a scope opened later is still open, or on another thread
     */
    @Override
    void close();
}
