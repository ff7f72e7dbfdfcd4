package dev.protection.core.anomaly;

import com.google.crypto.tink.subtle.PrfHmacJce;
import dev.protection.anomaly.KeyedHash;
import dev.protection.anomaly.LocationResolver;
import dev.protection.anomaly.Origin;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** Turns addresses and device tokens into origins; neither is kept. Safe for use by several threads. */
public final class Origins {
    private static final int HASH_BYTES = 16;

    private final PrfHmacJce prf;
    private final LocationResolver resolver;

    /**
     * Makes origins under a key.
     *
     * @param key 32 random bytes; with another key after a restart, known devices are unknown again
     * @param resolver tells about where an address is
     * @throws IllegalArgumentException when the key is too short
     */
    public Origins(byte[] key, LocationResolver resolver) {
        this.resolver = resolver;
        try {
            this.prf = new PrfHmacJce("HMACSHA256", new SecretKeySpec(key, "HMAC"));
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("the key of addresses is not usable", refused);
        }
    }

    Origin of(String address, Optional<String> device) {
        LocationResolver.Resolved known = resolver.resolve(address);
        return new Origin(
                hash("address", address), device.map(token -> hash("device", token)), known.location(), known.traits());
    }

    private KeyedHash hash(String kind, String value) {
        try {
            byte[] input = (kind + "\n" + value).getBytes(StandardCharsets.UTF_8);
            return new KeyedHash(HexFormat.of().formatHex(prf.compute(input, HASH_BYTES)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("HMAC-SHA256 takes any input", impossible);
        }
    }
}
