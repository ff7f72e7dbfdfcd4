package dev.protection.core.encryption;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.LowLevelCryptoCaller;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.subtle.AesGcmAead;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/**
 * Turns raw key bytes into Tink primitives, under explicit configurations: Tink's global registry is never touched. The
 * one place that fixes the algorithms (ENV-ALG-1, ENV-ALG-2).
 */
final class TinkKeys {
    /** How many bytes each key has. */
    static final int LENGTH = 32;

    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final AesGcmParameters RAW = raw();
    private static final Configuration AEAD = AeadConfig2026.get();
    private static final Configuration PRF = PrfConfig2026.get();

    private TinkKeys() {}

    /** What {@link AeadConfig2026} makes of such a key, without a keyset around it: a read may need thousands. */
    @AccessesPartialKey
    @LowLevelCryptoCaller
    static Aead aead(byte[] key) {
        try {
            return AesGcmAead.create(AesGcmKey.builder()
                    .setParameters(RAW)
                    .setKeyBytes(secret(key))
                    .build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink refused an AES-256-GCM key", impossible);
        }
    }

    @AccessesPartialKey
    static PrfSet prf(byte[] key) {
        try {
            HmacPrfParameters parameters = HmacPrfParameters.builder()
                    .setKeySizeBytes(LENGTH)
                    .setHashType(HmacPrfParameters.HashType.SHA256)
                    .build();
            return handle(HmacPrfKey.builder()
                            .setParameters(parameters)
                            .setKeyBytes(secret(key))
                            .build())
                    .getPrimitive(PRF, PrfSet.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink refused an HMAC-SHA256 key", impossible);
        }
    }

    /** Returns the primitive of a keyset, which may hold several AEAD keys. */
    static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(AEAD, Aead.class);
    }

    /** Returns a fresh keyset for a root key, in the variant that can be rotated. */
    static KeysetHandle newRootKeyset() throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .setConfiguration(AEAD)
                .addEntry(KeysetHandle.generateEntryFromParameters(aesGcm(AesGcmParameters.Variant.TINK))
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    static Configuration aeadConfiguration() {
        return AEAD;
    }

    private static AesGcmParameters raw() {
        try {
            return aesGcm(AesGcmParameters.Variant.NO_PREFIX);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink has no AES-256-GCM", impossible);
        }
    }

    private static AesGcmParameters aesGcm(AesGcmParameters.Variant variant) throws GeneralSecurityException {
        return AesGcmParameters.builder()
                .setKeySizeBytes(LENGTH)
                .setIvSizeBytes(NONCE)
                .setTagSizeBytes(TAG)
                .setVariant(variant)
                .build();
    }

    private static KeysetHandle handle(Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build();
    }

    private static SecretBytes secret(byte[] key) {
        return SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
    }
}
