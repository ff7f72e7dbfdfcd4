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
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a ciphertext is bound to, encoded so that no two lists of parts give the same bytes: each part is its length in
 * four bytes, big-endian, and then itself (ENV-AD-1).
 */
final class AssociatedData {
    private static final int USUAL = 160;

    private byte[] bytes = new byte[USUAL];
    private int length;

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

    /** ENV-PRE-2: one beginning of a text, or, with another purpose, the whole. */
    static byte[] beginning(String purpose, String column, String text) {
        return new AssociatedData(purpose).text(column).text(text).toBytes();
    }

    private AssociatedData text(String text) {
        return part(StrictUtf8.encode(text).orElseThrow(() -> new ValueException(FieldType.TEXT, String.class)));
    }

    private AssociatedData key(KeyId key) {
        return part(ByteBuffer.allocate(KeyId.LENGTH).putLong(key.value()).array());
    }

    private AssociatedData part(byte[] part) {
        int end = length + Integer.BYTES + part.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        bytes[length] = (byte) (part.length >>> 24);
        bytes[length + 1] = (byte) (part.length >>> 16);
        bytes[length + 2] = (byte) (part.length >>> 8);
        bytes[length + 3] = (byte) part.length;
        System.arraycopy(part, 0, bytes, length + Integer.BYTES, part.length);
        length = end;
        return this;
    }

    private byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
