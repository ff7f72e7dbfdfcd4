package dev.protection.core.audit;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.signature.SignatureConfig2026;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.WrappedKeyException;
import dev.protection.encryption.WrappedKeyStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;

/** The log's private keys in the key store, wrapped under the root key (LOG-KEY-3). */
final class SigningKeysets {
    private static final String NAME = "log-signing/";

    private final WrappedKeyStore store;
    private final KeyWrapper root;
    private final InstantSource clock;

    SigningKeysets(WrappedKeyStore store, KeyWrapper root, InstantSource clock) {
        this.store = store;
        this.root = root;
        this.clock = clock;
    }

    /** Returns the keyset of an algorithm, which is made when there is none. */
    KeysetHandle getOrCreate(String algorithm, Parameters parameters) throws GeneralSecurityException {
        String name = NAME + algorithm;
        Optional<NamedKey> kept = store.named(name, Optional.empty());
        NamedKey key = kept.isPresent() ? kept.get() : create(name, parameters);
        byte[] bytes = root.unwrap(key.wrapped(), boundTo(name));
        try {
            return TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get(), SignatureConfig2026.get());
        } catch (GeneralSecurityException notAKeyset) {
            throw new WrappedKeyException(name);
        }
    }

    private NamedKey create(String name, Parameters parameters) throws GeneralSecurityException {
        KeysetHandle fresh = KeysetHandle.newBuilder()
                .setConfiguration(SignatureConfig2026.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .build();
        byte[] bytes =
                TinkProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get(), SignatureConfig2026.get());
        return store.putNamedIfAbsent(
                new NamedKey(name, Optional.empty(), root.wrap(bytes, boundTo(name)), clock.instant()));
    }

    /** What every named key of the key store is bound to: the purpose and the name, each with its length before it. */
    private static byte[] boundTo(String name) {
        byte[] purpose = "protection/named-key".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + purpose.length + bytes.length)
                .putInt(purpose.length)
                .put(purpose)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
