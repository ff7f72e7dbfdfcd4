package dev.protection.encryption;

import dev.protection.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The record of a subject key as a {@link WrappedKeyStore} keeps it. What is present follows from the state.
 *
 * @param id the name that cells carry, unique in the store
 * @param tenant whose data it is; the wrapping key is this tenant's
 * @param state where in its life the key stands
 * @param owner whose it is; present exactly when active
 * @param wrapped the key under its tenant's key; absent exactly when destroyed
 * @param handle how the audit log names the person; absent exactly when destroyed
 * @param since when a provisional or active key was created, or when a destroyed one was destroyed
 */
public record SubjectKey(
        KeyId id,
        TenantId tenant,
        State state,
        Optional<KeyOwner> owner,
        Optional<WrappedKey> wrapped,
        Optional<KeyHandle> handle,
        Instant since) {
    /** Where in its life a subject key stands. */
    public enum State {
        /** Made for a person whose id the database is about to generate; it seals, and opens nothing. */
        PROVISIONAL,
        /** Bound to its owner. */
        ACTIVE,
        /** A tombstone: the key is gone and nothing of the person is left, and this is known (Art. 17 GDPR). */
        DESTROYED
    }

    /**
     * Checks that the parts fit the state.
     *
     * @param id the name
     * @param tenant whose data it is
     * @param state the state
     * @param owner whose it is
     * @param wrapped the wrapped key
     * @param handle the handle
     * @param since the time
     * @throws IllegalArgumentException when a part is present or absent against the state, or the owner is another
     *     tenant's
     */
    public SubjectKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(since, "since");
        boolean live = state != State.DESTROYED;
        if (wrapped.isPresent() != live || handle.isPresent() != live || owner.isPresent() != (state == State.ACTIVE)) {
            throw new IllegalArgumentException("key " + id + " has parts that do not fit the state " + state);
        }
        if (owner.isPresent() && !owner.get().tenant().equals(tenant)) {
            throw new IllegalArgumentException("key " + id + " of one tenant is owned by another's person");
        }
    }

    /**
     * Returns the record of a key bound to its owner.
     *
     * @param id the name
     * @param owner whose it is
     * @param wrapped the key, wrapped for this owner
     * @param handle the handle
     * @param since when it was created
     * @return an active key
     */
    public static SubjectKey active(KeyId id, KeyOwner owner, WrappedKey wrapped, KeyHandle handle, Instant since) {
        return new SubjectKey(
                id, owner.tenant(), State.ACTIVE, Optional.of(owner), Optional.of(wrapped), Optional.of(handle), since);
    }

    /**
     * Returns the record of a key whose owner is not known yet.
     *
     * @param id the name
     * @param tenant whose data it is
     * @param wrapped the key, wrapped for its id alone
     * @param handle the handle
     * @param since when it was created
     * @return a provisional key
     */
    public static SubjectKey provisional(
            KeyId id, TenantId tenant, WrappedKey wrapped, KeyHandle handle, Instant since) {
        return new SubjectKey(
                id, tenant, State.PROVISIONAL, Optional.empty(), Optional.of(wrapped), Optional.of(handle), since);
    }

    /**
     * Returns what is left of a destroyed key.
     *
     * @param id the name
     * @param tenant whose data it was
     * @param at when it was destroyed
     * @return a tombstone
     */
    public static SubjectKey destroyed(KeyId id, TenantId tenant, Instant at) {
        return new SubjectKey(id, tenant, State.DESTROYED, Optional.empty(), Optional.empty(), Optional.empty(), at);
    }

    /**
     * Returns the tombstone of this key.
     *
     * @param at when it is destroyed
     * @return a record with nothing of the person in it; this one when it is a tombstone already
     */
    public SubjectKey destroyed(Instant at) {
        return state == State.DESTROYED ? this : destroyed(id, tenant, at);
    }
}
