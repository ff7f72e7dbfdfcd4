package dev.protection.core.audit;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.signature.EcdsaParameters;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.SignatureConfig2026;
import dev.protection.StoreUnavailableException;
import dev.protection.audit.Checkpoint;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.WrappedKeyStore;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Signs with Ed25519 and with ECDSA on P-256; the keys are kept wrapped under the root key. */
public final class TinkLogSigner implements LogSigner {
    private static final String NAME = "log-signing/";

    private final String origin;
    private final List<NoteKey> keys;

    private TinkLogSigner(String origin, List<NoteKey> keys) {
        this.origin = origin;
        this.keys = keys;
    }

    /**
     * Opens the signer of a log; its keys are made when the store has none.
     *
     * @param origin the log's name
     * @param store where wrapped keys are kept
     * @param root the root key
     * @param clock the time
     * @return the signer
     */
    public static TinkLogSigner open(String origin, WrappedKeyStore store, KeyWrapper root, InstantSource clock) {
        try {
            Parameters ed25519 = Ed25519Parameters.create(Ed25519Parameters.Variant.NO_PREFIX);
            Parameters ecdsa = EcdsaParameters.builder()
                    .setCurveType(EcdsaParameters.CurveType.NIST_P256)
                    .setHashType(EcdsaParameters.HashType.SHA256)
                    .setSignatureEncoding(EcdsaParameters.SignatureEncoding.DER)
                    .setVariant(EcdsaParameters.Variant.NO_PREFIX)
                    .build();
            return new TinkLogSigner(
                    origin,
                    List.of(
                            new NoteKey(origin, keyset("ed25519", ed25519, store, root, clock)),
                            new NoteKey(origin, keyset("ecdsa-p256", ecdsa, store, root, clock))));
        } catch (GeneralSecurityException e) {
            throw new StoreUnavailableException("signing key of the log", e);
        }
    }

    private static KeysetHandle keyset(
            String algorithm, Parameters parameters, WrappedKeyStore store, KeyWrapper root, InstantSource clock)
            throws GeneralSecurityException {
        String name = NAME + algorithm;
        byte[] context = name.getBytes(StandardCharsets.UTF_8);
        Optional<NamedKey> kept = store.named(name, Optional.empty());
        if (kept.isEmpty()) {
            KeysetHandle fresh = KeysetHandle.newBuilder()
                    .setConfiguration(SignatureConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                            .withRandomId()
                            .makePrimary())
                    .build();
            byte[] bytes = TinkProtoKeysetFormat.serializeKeyset(
                    fresh, InsecureSecretKeyAccess.get(), SignatureConfig2026.get());
            NamedKey made = new NamedKey(name, Optional.empty(), root.wrap(bytes, context), clock.instant());
            kept = Optional.of(store.putNamedIfAbsent(made));
        }
        byte[] bytes = root.unwrap(kept.get().wrapped(), context);
        return TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get(), SignatureConfig2026.get());
    }

    @Override
    public Checkpoint sign(long size, byte[] root) {
        String body = Checkpoint.body(origin, size, root);
        StringBuilder note = new StringBuilder(body).append('\n');
        try {
            for (NoteKey key : keys) {
                note.append(key.signatureLine(body.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (GeneralSecurityException e) {
            throw new StoreUnavailableException("signing key of the log", e);
        }
        return new Checkpoint(origin, size, root, note.toString());
    }

    @Override
    public boolean verifies(Checkpoint checkpoint) {
        String body = Checkpoint.body(checkpoint.origin(), checkpoint.size(), checkpoint.root());
        if (!checkpoint.origin().equals(origin) || !checkpoint.note().startsWith(body + "\n")) {
            return false;
        }
        List<String> lines =
                Arrays.asList(checkpoint.note().substring(body.length() + 1).split("\n"));
        byte[] signed = body.getBytes(StandardCharsets.UTF_8);
        return keys.stream().allMatch(key -> key.hasSigned(signed, lines));
    }

    @Override
    public String verifierKeys() {
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> lines.append(key.verifierKey()).append('\n'));
        return lines.toString();
    }
}
