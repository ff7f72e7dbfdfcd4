package dev.protection.core.rights;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.WrappedKeyStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;

/** The installation's own keys for rights, each wrapped under the root key; made when the store has none. */
final class NamedKeysets {
    private final WrappedKeyStore store;
    private final KeyWrapper root;
    private final InstantSource clock;

    NamedKeysets(WrappedKeyStore store, KeyWrapper root, InstantSource clock) {
        this.store = store;
        this.root = root;
        this.clock = clock;
    }

    KeysetHandle open(String name, Parameters parameters, Configuration configuration) throws GeneralSecurityException {
        byte[] context = name.getBytes(StandardCharsets.UTF_8);
        Optional<NamedKey> known = store.named(name, Optional.empty());
        NamedKey kept = known.isPresent() ? known.get() : make(name, parameters, configuration, context);
        byte[] bytes = root.unwrap(kept.wrapped(), context);
        return TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get(), configuration);
    }

    private NamedKey make(String name, Parameters parameters, Configuration configuration, byte[] context)
            throws GeneralSecurityException {
        KeysetHandle fresh = KeysetHandle.newBuilder()
                .setConfiguration(configuration)
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .build();
        byte[] bytes = TinkProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get(), configuration);
        return store.putNamedIfAbsent(new NamedKey(name, Optional.empty(), root.wrap(bytes, context), clock.instant()));
    }
}
