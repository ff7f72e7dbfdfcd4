package dev.protection.core.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.security.GeneralSecurityException;

/** The text of a root key: Tink's own JSON keyset, so that Tink's own tools make and rotate it. */
final class RootKeyset {
    private RootKeyset() {}

    static String newKeyset() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    TinkKeys.newRootKeyset(), TinkKeys.aeadConfiguration(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink could not make a keyset", impossible);
        }
    }

    static Aead parse(String json) throws GeneralSecurityException {
        KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                json, TinkKeys.aeadConfiguration(), InsecureSecretKeyAccess.get());
        return TinkKeys.aead(keyset);
    }
}
