package dev.protection.encryption;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps wrapped keys, apart from the data, on connections of its own.
 *
 * <p>Safe for use by many threads and many nodes. Every change is durable when its method returns and does not take
 * part in a transaction of the caller, so rolling one back takes nothing back here. A change of several records is made
 * whole or not at all. Collections may be of any size, may be empty, and may name the same thing twice. Every method
 * throws {@link dev.protection.StoreUnavailableException} when the store does not answer.
 *
 * <ol>
 *   <li>There is at most one active key per owner, and at most one named key per name and tenant, whoever asks first.
 *   <li>A destroyed key stays known as destroyed for ever; its record keeps its id, its tenant and when it was
 *       destroyed, nothing else.
 *   <li>An owner whose key was destroyed has none, until another is put.
 * </ol>
 */
public interface WrappedKeyStore {
    /**
     * Returns a key that belongs to no person.
     *
     * @param name what it is for
     * @param tenant whose key it is; empty for one of the installation
     * @return empty when there is none
     */
    Optional<NamedKey> named(String name, Optional<TenantId> tenant);

    /**
     * Keeps a key under its name and tenant unless there is one.
     *
     * @param key the key
     * @return the one now kept: this one or the one that was there
     */
    NamedKey putNamedIfAbsent(NamedKey key);

    /**
     * Returns the active keys of owners.
     *
     * @param owners whose keys
     * @return without the owners that have none
     */
    Map<KeyOwner, SubjectKey> byOwner(Collection<KeyOwner> owners);

    /**
     * Returns keys in any state.
     *
     * @param ids their names
     * @return without those never kept here; tombstones are in it
     */
    Map<KeyId, SubjectKey> byId(Collection<KeyId> ids);

    /**
     * Returns the keys that handles stand for.
     *
     * @param handles the handles
     * @return without those never kept here or destroyed
     */
    Map<KeyHandle, SubjectKey> byHandle(Collection<KeyHandle> handles);

    /**
     * Returns the active keys of a person.
     *
     * @param subject the person
     * @return one per retention class, in the order of the classes
     */
    List<SubjectKey> ofSubject(SubjectRef subject);

    /**
     * Keeps active keys unless their owners have one.
     *
     * @param keys active keys with fresh ids, one per owner
     * @return for each owner the key now kept: the one given or the one that was there
     * @throws IllegalArgumentException when one is not active
     */
    Map<KeyOwner, SubjectKey> putIfAbsent(Collection<SubjectKey> keys);

    /**
     * Keeps provisional keys.
     *
     * @param keys provisional keys with fresh ids
     * @throws IllegalArgumentException when one is not provisional
     */
    void putProvisional(Collection<SubjectKey> keys);

    /**
     * Turns provisional keys into active ones of the same ids. A key already bound to the same owner stays as it is.
     *
     * @param bound active keys, rewrapped for their owners
     * @throws IllegalArgumentException when one is not active
     * @throws UnknownKeyException when one was never kept, or was swept
     * @throws KeyDestroyedException when one was destroyed
     * @throws KeyConflictException when an owner has another key, or a key another owner
     */
    void bind(Collection<SubjectKey> bound);

    /**
     * Destroys keys: from then on they are tombstones. Those unknown or destroyed already are passed over.
     *
     * @param ids their names
     * @param at when, for the tombstones
     */
    void destroy(Collection<KeyId> ids, Instant at);

    /**
     * Forgets provisional keys that were never bound.
     *
     * @param olderThan those created before it
     * @return how many
     */
    int sweepProvisional(Instant olderThan);

    /**
     * Counts active keys by their age.
     *
     * @param time a time
     * @return how many were created before it
     */
    long activeBefore(Instant time);

    /**
     * Returns the tenants that have a key here.
     *
     * @return those of named keys and of subject keys in any state
     */
    Set<TenantId> tenants();
}
