package dev.protection.core;

import dev.protection.ConfigurationException;
import dev.protection.NearestWord;
import dev.protection.Problem;
import dev.protection.core.config.Configuration;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.KeyWrapperProvider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Opens the root key that a configuration names, by the scheme of its URI. */
final class RootKeys {
    private RootKeys() {}

    static KeyWrapper open(Configuration configuration, boolean mayCreate) {
        String uri = configuration.rootKey().orElseThrow();
        TreeMap<String, KeyWrapperProvider> providers = new TreeMap<>();
        ServiceLoader.load(KeyWrapperProvider.class, RootKeys.class.getClassLoader())
                .forEach(provider -> providers.put(provider.scheme(), provider));
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? uri : uri.substring(0, colon);
        KeyWrapperProvider provider = providers.get(scheme);
        if (colon < 0 || provider == null) {
            throw new ConfigurationException(List.of(new Problem(
                    configuration.source() + " keys.root",
                    "has the scheme '" + scheme + "', for which no provider is on the class path"
                            + NearestWord.hint(scheme, providers.keySet()))));
        }
        return provider.open(uri.substring(colon + 1), mayCreate);
    }
}
