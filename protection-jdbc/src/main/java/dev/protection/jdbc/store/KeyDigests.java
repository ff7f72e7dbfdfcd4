package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.encryption.KeyOwner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Look-up keys of fixed length for persons and owners: SHA-256 over the parts, each after its length. */
final class KeyDigests {
    private KeyDigests() {}

    static byte[] subject(SubjectRef subject) {
        return digest(subject.tenant().value(), subject.kind(), subject.id());
    }

    static byte[] owner(KeyOwner owner) {
        SubjectRef subject = owner.subject();
        return digest(
                subject.tenant().value(),
                subject.kind(),
                subject.id(),
                owner.retentionClass().name());
    }

    private static byte[] digest(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
