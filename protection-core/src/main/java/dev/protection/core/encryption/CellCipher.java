package dev.protection.core.encryption;

import com.google.crypto.tink.Aead;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.encryption.CellException;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.Sealed;
import dev.protection.encryption.UnknownKeyException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** Seals values into cells and opens them (ENV-CELL-1 to ENV-CELL-7). */
final class CellCipher {
    private static final int HEADER = 1 + KeyId.LENGTH;

    private CellCipher() {}

    static byte[] seal(SubjectKeyring key, Dataset dataset, Field field, Object value) {
        byte[] plaintext = ValueCodec.encode(field.type(), value);
        byte[] sealed;
        try {
            sealed = key.aead().encrypt(plaintext, boundTo(key, dataset, field));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Tink could not encrypt", impossible);
        }
        return ByteBuffer.allocate(HEADER + sealed.length)
                .put(Sealed.VERSION)
                .putLong(key.id().value())
                .put(sealed)
                .array();
    }

    static Object open(SubjectKeyring key, Dataset dataset, Field field, byte[] cell) {
        if (!Sealed.hasShape(cell)) {
            throw CellException.shape();
        }
        if (key.owner().isEmpty()) {
            throw new UnknownKeyException(key.id());
        }
        if (keyId(cell) != key.id().value()) {
            throw notAuthentic(key, dataset, field);
        }
        byte[] plaintext = decrypt(key, dataset, field, cell);
        return ValueCodec.decode(field.type(), plaintext)
                .orElseThrow(() -> CellException.value(dataset.name(), field.name()));
    }

    static Optional<KeyId> keyIdOf(byte[] cell) {
        return Sealed.hasShape(cell) ? Optional.of(new KeyId(keyId(cell))) : Optional.empty();
    }

    private static byte[] decrypt(SubjectKeyring key, Dataset dataset, Field field, byte[] cell) {
        Aead aead = key.aead();
        try {
            return aead.decrypt(Arrays.copyOfRange(cell, HEADER, cell.length), boundTo(key, dataset, field));
        } catch (GeneralSecurityException notAuthentic) {
            throw notAuthentic(key, dataset, field);
        }
    }

    private static CellException notAuthentic(SubjectKeyring key, Dataset dataset, Field field) {
        return CellException.notAuthentic(dataset.name(), field.name(), key.id());
    }

    private static long keyId(byte[] cell) {
        return ByteBuffer.wrap(cell).getLong(1);
    }

    private static byte[] boundTo(SubjectKeyring key, Dataset dataset, Field field) {
        return AssociatedData.cell(dataset.name(), field.name(), field.type(), key.id());
    }
}
