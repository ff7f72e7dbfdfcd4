package dev.protection.core.encryption;

import com.google.crypto.tink.Aead;
import dev.protection.RetentionClass;
import dev.protection.TenantId;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import java.util.Optional;

/**
 * A subject key, unwrapped and ready for use by the engine that made it. Immutable and safe for use by many threads.
 * Holding one longer than a statement or a block of rows defeats the staleness bound.
 */
public final class SubjectKeyring {
    private final KeyId id;
    private final KeyHandle handle;
    private final Holder holder;
    private final Aead aead;

    /** For whom the key is: a person, or one who is known but for the id. */
    private record Holder(TenantId tenant, String kind, RetentionClass retentionClass, Optional<KeyOwner> owner) {}

    private SubjectKeyring(KeyId id, KeyHandle handle, Holder holder, Aead aead) {
        this.id = id;
        this.handle = handle;
        this.holder = holder;
        this.aead = aead;
    }

    static SubjectKeyring active(KeyId id, KeyHandle handle, KeyOwner owner, Aead aead) {
        Holder holder = new Holder(owner.tenant(), owner.subject().kind(), owner.retentionClass(), Optional.of(owner));
        return new SubjectKeyring(id, handle, holder, aead);
    }

    static SubjectKeyring provisional(KeyId id, KeyHandle handle, ExpectedSubject expected, Aead aead) {
        Holder holder = new Holder(expected.tenant(), expected.kind(), expected.retentionClass(), Optional.empty());
        return new SubjectKeyring(id, handle, holder, aead);
    }

    /**
     * Returns the name that cells carry.
     *
     * @return the key id
     */
    public KeyId id() {
        return id;
    }

    /**
     * Returns how the audit log names the person.
     *
     * @return the handle
     */
    public KeyHandle handle() {
        return handle;
    }

    /**
     * Returns whose data it is.
     *
     * @return the tenant
     */
    public TenantId tenant() {
        return holder.tenant();
    }

    /**
     * Returns the kind of person.
     *
     * @return for example {@code contact}
     */
    public String kind() {
        return holder.kind();
    }

    /**
     * Returns the class of the fields it seals.
     *
     * @return the retention class
     */
    public RetentionClass retentionClass() {
        return holder.retentionClass();
    }

    /**
     * Returns whose key it is.
     *
     * @return empty for a provisional key, which seals and opens nothing
     */
    public Optional<KeyOwner> owner() {
        return holder.owner();
    }

    Aead aead() {
        return aead;
    }

    /** Shows the id, never the key nor the person. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
