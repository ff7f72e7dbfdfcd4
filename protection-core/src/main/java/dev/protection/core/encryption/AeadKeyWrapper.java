package dev.protection.core.encryption;

import com.google.crypto.tink.Aead;
import dev.protection.StoreUnavailableException;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;

/** A root key that is any Tink {@link Aead}, such as one of a cloud's key management system (ENV-WRAP-4). */
public final class AeadKeyWrapper implements KeyWrapper {
    private final String name;
    private final Aead aead;

    private AeadKeyWrapper(String name, Aead aead) {
        this.name = name;
        this.aead = aead;
    }

    /**
     * Returns a root key.
     *
     * @param name which one it is, without any secret
     * @param aead safe for use by many threads
     * @return the root key
     */
    public static KeyWrapper of(String name, Aead aead) {
        return new AeadKeyWrapper(name, aead);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public WrappedKey wrap(byte[] key, byte[] context) {
        requireContext(context);
        try {
            return WrappedKey.of(aead.encrypt(key, context));
        } catch (GeneralSecurityException failed) {
            throw new StoreUnavailableException("root key", failed);
        }
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, byte[] context) {
        requireContext(context);
        try {
            return aead.decrypt(wrapped.bytes(), context);
        } catch (GeneralSecurityException failed) {
            if (isUnreachable(failed)) {
                throw new StoreUnavailableException("root key", failed);
            }
            throw new WrappedKeyException("key under the root key " + name);
        }
    }

    /** Tink's clients of remote systems report both kinds of failure by one class; only the causes tell. */
    private static boolean isUnreachable(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IOException);
    }

    private static void requireContext(byte[] context) {
        if (context.length == 0) {
            throw new IllegalArgumentException("a key is wrapped for a purpose: the context is empty");
        }
    }

    @Override
    public String toString() {
        return "root key " + name;
    }
}
