package dev.protection.core.rights;

import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import dev.protection.StoreUnavailableException;
import dev.protection.SubjectRef;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.WrappedKeyStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * How requests, tombstones and the erasure ledger name a person who may no longer be named: HMAC-SHA256 under a key of
 * the installation (Art. 17 GDPR; LED-SUBJECT of the spec). Safe for use by several threads.
 */
public final class SubjectHash {
    private static final String NAME = "subject-hash";
    private static final int LENGTH = 32;
    private static final int FINGERPRINT = 8;

    private final PrfSet prf;

    private SubjectHash(PrfSet prf) {
        this.prf = prf;
    }

    /**
     * Opens the hash; its key is made when the store has none.
     *
     * @param store where wrapped keys are kept
     * @param root the root key
     * @param clock the time
     * @return the hash
     */
    public static SubjectHash open(WrappedKeyStore store, KeyWrapper root, InstantSource clock) {
        try {
            HmacPrfParameters parameters = HmacPrfParameters.builder()
                    .setKeySizeBytes(LENGTH)
                    .setHashType(HmacPrfParameters.HashType.SHA256)
                    .build();
            return new SubjectHash(new NamedKeysets(store, root, clock)
                    .open(NAME, parameters, PrfConfig2026.get())
                    .getPrimitive(PrfConfig2026.get(), PrfSet.class));
        } catch (GeneralSecurityException e) {
            throw new StoreUnavailableException("key of the subject hash", e);
        }
    }

    /**
     * Hashes a person.
     *
     * @param subject the person
     * @return 32 bytes
     */
    public byte[] bytes(SubjectRef subject) {
        String text = part(subject.tenant().value()) + part(subject.kind()) + part(subject.id());
        try {
            return prf.computePrimary(text.getBytes(StandardCharsets.UTF_8), LENGTH);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 takes any input", impossible);
        }
    }

    /**
     * Returns what tells this key from another, so that hashes of a lost key are not searched for in vain.
     *
     * @return 16 hexadecimal digits
     */
    public String fingerprint() {
        try {
            byte[] known = prf.computePrimary(NAME.getBytes(StandardCharsets.UTF_8), LENGTH);
            return HexFormat.of().formatHex(known, 0, FINGERPRINT);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 takes any input", impossible);
        }
    }

    /**
     * Hashes a person into text.
     *
     * @param subject the person
     * @return 64 lower-case hexadecimal digits
     */
    public String hex(SubjectRef subject) {
        return HexFormat.of().formatHex(bytes(subject));
    }

    /** With its length before it, so that no two persons give one text. */
    private static String part(String text) {
        return text.length() + ":" + text;
    }
}
