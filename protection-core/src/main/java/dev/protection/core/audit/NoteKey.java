package dev.protection.core.audit;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.signature.EcdsaPublicKey;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.SignatureConfig2026;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** A private key that signs notes (C2SP signed-note). */
final class NoteKey {
    private final NoteVerifier verifier;
    private final PublicKeySign signer;

    NoteKey(String name, KeysetHandle keyset) throws GeneralSecurityException {
        this.verifier = NoteVerifier.of(name, typedKey(keyset.getPublicKeysetHandle()));
        this.signer = keyset.getPrimitive(SignatureConfig2026.get(), PublicKeySign.class);
    }

    @AccessesPartialKey
    private static byte[] typedKey(KeysetHandle publicKey) throws GeneralSecurityException {
        if (publicKey.getPrimary().getKey() instanceof Ed25519PublicKey key) {
            return typed(NoteVerifier.ED25519, key.getPublicKeyBytes().toByteArray());
        }
        EcdsaPublicKey key = (EcdsaPublicKey) publicKey.getPrimary().getKey();
        return typed(NoteVerifier.ECDSA, EcdsaP256.encode(key.getPublicPoint()));
    }

    private static byte[] typed(byte type, byte[] key) {
        return ByteBuffer.allocate(1 + key.length).put(type).put(key).array();
    }

    NoteVerifier verifier() {
        return verifier;
    }

    String signatureLine(byte[] text) throws GeneralSecurityException {
        return NoteSignature.line(verifier.name(), verifier.id(), signer.sign(text));
    }
}
