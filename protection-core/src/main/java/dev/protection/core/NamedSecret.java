package dev.protection.core;

import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.WrappedKeyStore;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** A secret of the whole installation: random bytes kept in the key store, wrapped under the root key. */
final class NamedSecret {
    private static final int LENGTH = 32;

    private NamedSecret() {}

    static byte[] of(String name, WrappedKeyStore store, KeyWrapper root, InstantSource clock, SecureRandom random) {
        byte[] context = name.getBytes(StandardCharsets.UTF_8);
        Optional<NamedKey> kept = store.named(name, Optional.empty());
        if (kept.isEmpty()) {
            byte[] secret = new byte[LENGTH];
            random.nextBytes(secret);
            NamedKey made = new NamedKey(name, Optional.empty(), root.wrap(secret, context), clock.instant());
            kept = Optional.of(store.putNamedIfAbsent(made));
        }
        return root.unwrap(kept.get().wrapped(), context);
    }
}
