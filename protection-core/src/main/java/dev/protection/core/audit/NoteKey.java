package dev.protection.core.audit;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.signature.EcdsaPublicKey;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.SignatureConfig2026;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** One key that signs notes (C2SP signed-note): its name, its key id, its signature line. */
final class NoteKey {
    private static final byte ED25519 = 1;
    private static final byte ECDSA = 2;
    private static final int ID = 4;

    private final String name;
    private final byte[] typedKey;
    private final byte[] id;
    private final PublicKeySign signer;
    private final PublicKeyVerify verifier;

    NoteKey(String name, KeysetHandle keyset) throws GeneralSecurityException {
        this.name = name;
        KeysetHandle publicKey = keyset.getPublicKeysetHandle();
        this.typedKey = typedKey(publicKey);
        this.id = id(name, typedKey);
        this.signer = keyset.getPrimitive(SignatureConfig2026.get(), PublicKeySign.class);
        this.verifier = publicKey.getPrimitive(SignatureConfig2026.get(), PublicKeyVerify.class);
    }

    @AccessesPartialKey
    private static byte[] typedKey(KeysetHandle publicKey) throws GeneralSecurityException {
        if (publicKey.getPrimary().getKey() instanceof Ed25519PublicKey key) {
            return concat(new byte[] {ED25519}, key.getPublicKeyBytes().toByteArray());
        }
        EcdsaPublicKey key = (EcdsaPublicKey) publicKey.getPrimary().getKey();
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPublicKeySpec point =
                new ECPublicKeySpec(key.getPublicPoint(), curve.getParameterSpec(ECParameterSpec.class));
        return concat(
                new byte[] {ECDSA},
                KeyFactory.getInstance("EC").generatePublic(point).getEncoded());
    }

    private static byte[] id(String name, byte[] typedKey) {
        MessageDigest digest = MerkleRange.sha256();
        if (typedKey[0] == ED25519) {
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typedKey), ID);
        }
        return Arrays.copyOf(digest.digest(Arrays.copyOfRange(typedKey, 1, typedKey.length)), ID);
    }

    String signatureLine(byte[] body) throws GeneralSecurityException {
        return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(concat(id, signer.sign(body))) + "\n";
    }

    /** Tells whether one of the lines is this key's signature of the body. */
    boolean hasSigned(byte[] body, Iterable<String> lines) {
        for (String line : lines) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 3 && parts[0].equals("\u2014") && parts[1].equals(name) && verifies(body, parts[2])) {
                return true;
            }
        }
        return false;
    }

    private boolean verifies(byte[] body, String encoded) {
        try {
            byte[] signature = Base64.getDecoder().decode(encoded);
            if (signature.length <= ID || !Arrays.equals(id, Arrays.copyOf(signature, ID))) {
                return false;
            }
            verifier.verify(Arrays.copyOfRange(signature, ID, signature.length), body);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // a signature that does not verify is an answer, not an error
        }
    }

    String verifierKey() {
        return name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(typedKey);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(first.length + second.length);
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }
}
