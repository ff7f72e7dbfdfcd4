package dev.protection.core.audit;

import com.google.crypto.tink.signature.EcdsaParameters;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** ECDSA on P-256 with SHA-256 as signed notes use it: signatures in DER, public keys as SubjectPublicKeyInfo. */
final class EcdsaP256 {
    private EcdsaP256() {}

    static EcdsaParameters parameters() throws GeneralSecurityException {
        return EcdsaParameters.builder()
                .setCurveType(EcdsaParameters.CurveType.NIST_P256)
                .setHashType(EcdsaParameters.HashType.SHA256)
                .setSignatureEncoding(EcdsaParameters.SignatureEncoding.DER)
                .setVariant(EcdsaParameters.Variant.NO_PREFIX)
                .build();
    }

    static byte[] encode(ECPoint point) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve()))
                .getEncoded();
    }

    static ECPoint decode(byte[] publicKeyInfo) throws GeneralSecurityException {
        ECPublicKey key =
                (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKeyInfo));
        if (!key.getParams().getCurve().equals(curve().getCurve())) {
            throw new GeneralSecurityException("not a key on P-256");
        }
        return key.getW();
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return curve.getParameterSpec(ECParameterSpec.class);
    }
}
