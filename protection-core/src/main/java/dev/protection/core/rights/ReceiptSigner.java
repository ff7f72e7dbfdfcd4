package dev.protection.core.rights;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.SignatureConfig2026;
import dev.protection.StoreUnavailableException;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.WrappedKeyStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;

/** Signs receipts with Ed25519 (RFC 8032). Safe for use by several threads. */
public final class ReceiptSigner {
    private static final String NAME = "receipt-signing";

    private final PublicKeySign signer;
    private final String publicKey;

    private ReceiptSigner(PublicKeySign signer, String publicKey) {
        this.signer = signer;
        this.publicKey = publicKey;
    }

    /**
     * Opens the signer; its key is made when the store has none.
     *
     * @param store where wrapped keys are kept
     * @param root the root key
     * @param clock the time
     * @return the signer
     */
    public static ReceiptSigner open(WrappedKeyStore store, KeyWrapper root, InstantSource clock) {
        try {
            KeysetHandle keyset = new NamedKeysets(store, root, clock)
                    .open(
                            NAME,
                            Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX),
                            SignatureConfig2026.get());
            return new ReceiptSigner(
                    keyset.getPrimitive(SignatureConfig2026.get(), PublicKeySign.class), publicKey(keyset));
        } catch (GeneralSecurityException e) {
            throw new StoreUnavailableException("signing key of receipts", e);
        }
    }

    @AccessesPartialKey
    private static String publicKey(KeysetHandle keyset) throws GeneralSecurityException {
        Ed25519PublicKey key =
                (Ed25519PublicKey) keyset.getPublicKeysetHandle().getPrimary().getKey();
        return Base64.getEncoder().encodeToString(key.getPublicKeyBytes().toByteArray());
    }

    String sign(String text) {
        try {
            return Base64.getEncoder().encodeToString(signer.sign(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new StoreUnavailableException("signing key of receipts", e);
        }
    }

    String publicKey() {
        return publicKey;
    }
}
