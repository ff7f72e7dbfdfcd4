package dev.protection.core.audit;

import com.google.crypto.tink.signature.Ed25519Parameters;
import dev.protection.StoreUnavailableException;
import dev.protection.audit.Checkpoint;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.WrappedKeyStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;

/**
 * Signs with Ed25519 and with ECDSA on P-256, so that verifiers that know only one of them can verify; the keys are kept
 * wrapped under the root key.
 */
public final class TinkLogSigner implements LogSigner {
    private final String origin;
    private final List<NoteKey> keys;
    private final CheckpointKeys verifiers;

    private TinkLogSigner(String origin, List<NoteKey> keys) {
        this.origin = origin;
        this.keys = keys;
        this.verifiers = new CheckpointKeys(keys.stream().map(NoteKey::verifier).toList());
    }

    /**
     * Opens the signer of a log; its keys are made when the store has none.
     *
     * @param origin the log's name, for example {@code example.com/audit}; without spaces and {@code +}
     * @param store where wrapped keys are kept
     * @param root the root key
     * @param clock the time
     * @return the signer
     * @throws IllegalArgumentException when the name cannot be one of a log
     * @throws StoreUnavailableException when the keys cannot be reached
     * @throws dev.protection.encryption.WrappedKeyException when the keys are not of this root key
     */
    public static TinkLogSigner open(String origin, WrappedKeyStore store, KeyWrapper root, InstantSource clock) {
        if (origin.isEmpty() || origin.codePoints().anyMatch(TinkLogSigner::isForbidden)) {
            throw new IllegalArgumentException("the name of a log has no spaces, control characters or '+'");
        }
        SigningKeysets keysets = new SigningKeysets(store, root, clock);
        try {
            Ed25519Parameters ed25519 = Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX);
            return new TinkLogSigner(
                    origin,
                    List.of(
                            new NoteKey(origin, keysets.getOrCreate("ed25519", ed25519)),
                            new NoteKey(origin, keysets.getOrCreate("ecdsa-p256", EcdsaP256.parameters()))));
        } catch (GeneralSecurityException e) {
            throw new StoreUnavailableException("signing key of the log", e);
        }
    }

    private static boolean isForbidden(int codePoint) {
        return codePoint == '+'
                || Character.isISOControl(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isWhitespace(codePoint);
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public Checkpoint sign(long size, byte[] root) {
        String text = Checkpoint.body(origin, size, root);
        StringBuilder note = new StringBuilder(text).append('\n');
        try {
            for (NoteKey key : keys) {
                note.append(key.signatureLine(text.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (GeneralSecurityException e) {
            throw new StoreUnavailableException("signing key of the log", e);
        }
        return new Checkpoint(origin, size, root, note.toString());
    }

    @Override
    public boolean verifies(Checkpoint checkpoint) {
        return checkpoint.origin().equals(origin) && verifiers.verify(checkpoint);
    }

    @Override
    public String verifierKeys() {
        return verifiers.toString();
    }
}
