package dev.protection.core.encryption;

import dev.protection.FieldType;
import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.Sealed;
import dev.protection.encryption.ValueException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a ciphertext is bound to, encoded so that no two lists of parts give the same bytes: each part is its length in
 * four bytes, big-endian, and then itself (ENV-AD-1).
 */
final class AssociatedData {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    private AssociatedData(String purpose) {
        text(purpose);
    }

    /** ENV-AD-2. */
    static byte[] cell(String dataset, String field, FieldType type, KeyId key) {
        return new AssociatedData("protection/cell")
                .part(new byte[] {Sealed.VERSION})
                .text(type.word())
                .text(dataset)
                .text(field)
                .key(key)
                .toBytes();
    }

    /** ENV-AD-3. */
    static byte[] subjectKey(KeyId key, KeyHandle handle, KeyOwner owner) {
        SubjectRef subject = owner.subject();
        RetentionClass retentionClass = owner.retentionClass();
        return new AssociatedData("protection/subject-key")
                .text(subject.tenant().value())
                .text(subject.kind())
                .text(subject.id())
                .text(retentionClass.name())
                .key(key)
                .part(handle.bytes())
                .toBytes();
    }

    /** ENV-AD-4. */
    static byte[] provisionalKey(KeyId key, KeyHandle handle, TenantId tenant) {
        return new AssociatedData("protection/provisional-key")
                .text(tenant.value())
                .key(key)
                .part(handle.bytes())
                .toBytes();
    }

    /** ENV-AD-5. */
    static byte[] namedKey(String name, Optional<TenantId> tenant) {
        AssociatedData data = new AssociatedData("protection/named-key").text(name);
        tenant.ifPresent(present -> data.text(present.value()));
        return data.toBytes();
    }

    /** ENV-IDX-1: the input of the blind index's function. */
    static byte[] indexInput(FieldType type, byte[] value) {
        return new AssociatedData("protection/index")
                .text(type.word())
                .part(value)
                .toBytes();
    }

    private AssociatedData text(String text) {
        return part(StrictUtf8.encode(text).orElseThrow(() -> new ValueException(FieldType.TEXT, String.class)));
    }

    private AssociatedData key(KeyId key) {
        return part(ByteBuffer.allocate(KeyId.LENGTH).putLong(key.value()).array());
    }

    private AssociatedData part(byte[] part) {
        int length = part.length;
        bytes.write(length >>> 24);
        bytes.write(length >>> 16);
        bytes.write(length >>> 8);
        bytes.write(length);
        bytes.write(part, 0, length);
        return this;
    }

    private byte[] toBytes() {
        return bytes.toByteArray();
    }
}
