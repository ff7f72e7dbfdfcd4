package dev.protection.encryption;

/**
 * Finds the root key that a URI names, such as {@code file:keys/root.json} or {@code env:ROOT_KEY}. Found through
 * {@link java.util.ServiceLoader}; it needs a public constructor without parameters.
 */
public interface KeyWrapperProvider {
    /**
     * Returns the scheme it answers for.
     *
     * @return lower case, without the colon
     */
    String scheme();

    /**
     * Opens a root key.
     *
     * @param location what follows the scheme and its colon
     * @param mayCreate whether a missing root key may be made, as in development
     * @return the root key
     * @throws RootKeyException when there is none or it cannot be used
     */
    KeyWrapper open(String location, boolean mayCreate);
}
