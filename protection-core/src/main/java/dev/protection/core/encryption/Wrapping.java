package dev.protection.core.encryption;

import com.google.crypto.tink.Aead;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Wraps a key under a tenant's key: a format byte, then nonce, ciphertext and tag (ENV-WRAP-1). */
final class Wrapping {
    static final byte FORMAT = 1;

    private Wrapping() {}

    static WrappedKey wrap(Aead parent, byte[] key, byte[] boundTo) {
        try {
            byte[] sealed = parent.encrypt(key, boundTo);
            return WrappedKey.of(ByteBuffer.allocate(1 + sealed.length)
                    .put(FORMAT)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink could not encrypt", impossible);
        }
    }

    static byte[] unwrap(Aead parent, WrappedKey wrapped, byte[] boundTo, String which) {
        byte[] bytes = wrapped.bytes();
        try {
            if (bytes[0] == FORMAT) {
                byte[] key = parent.decrypt(Arrays.copyOfRange(bytes, 1, bytes.length), boundTo);
                if (key.length == TinkKeys.LENGTH) {
                    return key;
                }
            }
        } catch (GeneralSecurityException notAuthentic) {
            throw new WrappedKeyException(which); // the cause says no more
        }
        throw new WrappedKeyException(which);
    }
}
