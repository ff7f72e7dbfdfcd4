package dev.protection.encryption;

/**
 * Encrypts keys under a root key that it does not give away, usually in a key management system.
 *
 * <p>Safe for use by many threads. The context is authenticated, not encrypted: unwrapping under another one fails.
 */
public interface KeyWrapper {
    /**
     * Returns which root key this is, for logs.
     *
     * @return for example a URI, without any secret
     */
    String name();

    /**
     * Encrypts a key.
     *
     * @param key the key in clear; not kept
     * @param context what the key is for; not empty
     * @return the wrapped key, different each time
     * @throws dev.protection.StoreUnavailableException when the root key cannot be reached
     */
    WrappedKey wrap(byte[] key, byte[] context);

    /**
     * Decrypts a key.
     *
     * @param wrapped what {@link #wrap} returned
     * @param context what was given to {@link #wrap}
     * @return the key in clear
     * @throws WrappedKeyException when it was not wrapped by this root key under this context
     * @throws dev.protection.StoreUnavailableException when the root key cannot be reached
     */
    byte[] unwrap(WrappedKey wrapped, byte[] context);
}
