package dev.protection.core.encryption;

import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.KeyWrapperProvider;
import dev.protection.encryption.RootKeyException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds root keys by URI, through the {@link KeyWrapperProvider}s on the class path. */
public final class RootKeys {
    private RootKeys() {}

    /**
     * Opens a root key.
     *
     * @param uri for example {@code file:keys/root.json} or {@code env:ROOT_KEY}; it holds no secret
     * @param mayCreate whether a missing root key may be made, as in development
     * @return the root key
     * @throws RootKeyException when nothing answers for the scheme, there is no such key, or it cannot be used
     */
    public static KeyWrapper open(String uri, boolean mayCreate) {
        Map<String, KeyWrapperProvider> providers = new TreeMap<>();
        ServiceLoader.load(KeyWrapperProvider.class, RootKeys.class.getClassLoader())
                .forEach(provider -> providers.putIfAbsent(provider.scheme(), provider));
        int colon = uri.indexOf(':');
        KeyWrapperProvider provider = colon < 0 ? null : providers.get(uri.substring(0, colon));
        if (provider == null) {
            throw new RootKeyException(
                    "keys.root has no scheme that is known here.", "Begin it with one of " + providers.keySet() + ".");
        }
        return provider.open(uri.substring(colon + 1), mayCreate);
    }
}
