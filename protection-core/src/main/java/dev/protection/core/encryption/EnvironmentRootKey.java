package dev.protection.core.encryption;

import com.google.crypto.tink.Aead;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.KeyWrapperProvider;
import dev.protection.encryption.RootKeyException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * The root keys that {@code env:NAME} names: an environment variable with, in base64, a Tink JSON keyset or the 32 bytes
 * of an AES-256-GCM key.
 */
public final class EnvironmentRootKey implements KeyWrapperProvider {
    private final Function<String, Optional<String>> environment;

    /** Reads the environment of the process; for {@link java.util.ServiceLoader}. */
    public EnvironmentRootKey() {
        this(name -> Optional.ofNullable(System.getenv(name)));
    }

    EnvironmentRootKey(Function<String, Optional<String>> environment) {
        this.environment = environment;
    }

    @Override
    public String scheme() {
        return "env";
    }

    @Override
    public KeyWrapper open(String location, boolean mayCreate) {
        String text = environment
                .apply(location)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new RootKeyException(
                        "the environment variable " + location + " is not set.", "Set it to the root key in base64."));
        try {
            return AeadKeyWrapper.of(
                    "env:" + location, parse(Base64.getDecoder().decode(text.strip())));
        } catch (IllegalArgumentException | GeneralSecurityException unusable) {
            // The cause might quote the key.
            throw new RootKeyException(
                    "the environment variable " + location + " holds no root key.",
                    "Set it to the base64 of 32 random bytes, or of a Tink JSON keyset for AEAD.");
        }
    }

    private static Aead parse(byte[] bytes) throws GeneralSecurityException {
        return bytes.length == TinkKeys.LENGTH
                ? TinkKeys.aead(bytes)
                : RootKeyset.parse(new String(bytes, StandardCharsets.UTF_8));
    }
}
