package dev.protection.core;

/** Opens durable stores; found by {@link java.util.ServiceLoader}. */
public interface StoresProvider {
    /**
     * Opens stores.
     *
     * @param settings where
     * @return the stores, ready for use
     * @throws dev.protection.ProtectionException when they cannot be used: not there, of another version, not answering
     */
    Stores open(StoresSettings settings);
}
