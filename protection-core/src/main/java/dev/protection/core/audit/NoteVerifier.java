package dev.protection.core.audit;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.signature.EcdsaPublicKey;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.SignatureConfig2026;
import com.google.crypto.tink.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A public key that verifies notes (C2SP signed-note), written as {@code name+id+base64(type, key)} (LOG-KEY-1). */
final class NoteVerifier {
    static final byte ED25519 = 1;
    static final byte ECDSA = 2;
    static final int ID_LENGTH = 4;

    private final String name;
    private final byte[] typedKey;
    private final byte[] id;
    private final PublicKeyVerify verifier;

    private NoteVerifier(String name, byte[] typedKey) throws GeneralSecurityException {
        this.name = name;
        this.typedKey = typedKey;
        this.id = id(name, typedKey);
        this.verifier = verifier(typedKey);
    }

    /**
     * Returns a verifier.
     *
     * @param name the key's name
     * @param typedKey a byte for the type of signature, and the public key
     * @throws IllegalArgumentException when it is no such key
     */
    static NoteVerifier of(String name, byte[] typedKey) {
        try {
            return new NoteVerifier(name, typedKey);
        } catch (GeneralSecurityException | RuntimeException refused) {
            throw new IllegalArgumentException("this is no public key that verifies notes", refused);
        }
    }

    static NoteVerifier parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty()) {
            throw new IllegalArgumentException("a verifier key has a name, an id and a key, with '+' between them");
        }
        NoteVerifier parsed = of(parts[0], Base64.getDecoder().decode(parts[2]));
        if (!parsed.toString().equals(text)) {
            throw new IllegalArgumentException("the id of a verifier key is not the one of its key");
        }
        return parsed;
    }

    private static byte[] id(String name, byte[] typedKey) {
        MessageDigest digest = MerkleRange.sha256();
        if (typedKey[0] == ED25519) {
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typedKey), ID_LENGTH);
        }
        return Arrays.copyOf(digest.digest(key(typedKey)), ID_LENGTH);
    }

    @AccessesPartialKey
    private static PublicKeyVerify verifier(byte[] typedKey) throws GeneralSecurityException {
        Key key;
        switch (typedKey[0]) {
            case ED25519 -> key = Ed25519PublicKey.create(Bytes.copyFrom(key(typedKey)));
            case ECDSA ->
                key = EcdsaPublicKey.builder()
                        .setParameters(EcdsaP256.parameters())
                        .setPublicPoint(EcdsaP256.decode(key(typedKey)))
                        .build();
            default -> throw new GeneralSecurityException("an unknown type of signature");
        }
        return KeysetHandle.newBuilder()
                .setConfiguration(SignatureConfig2026.get())
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(SignatureConfig2026.get(), PublicKeyVerify.class);
    }

    private static byte[] key(byte[] typedKey) {
        return Arrays.copyOfRange(typedKey, 1, typedKey.length);
    }

    String name() {
        return name;
    }

    byte[] id() {
        return id.clone();
    }

    /** Tells whether one of the signature lines is of this key, and each that is verifies. */
    boolean hasSigned(byte[] text, List<String> lines) {
        List<byte[]> mine = lines.stream()
                .map(line -> NoteSignature.bytes(line, name, id))
                .flatMap(Optional::stream)
                .toList();
        return !mine.isEmpty() && mine.stream().allMatch(signature -> verifies(text, signature));
    }

    private boolean verifies(byte[] text, byte[] signature) {
        try {
            verifier.verify(signature, text);
            return true;
        } catch (GeneralSecurityException notAuthentic) {
            return false; // an answer, not an error
        }
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(typedKey);
    }
}
