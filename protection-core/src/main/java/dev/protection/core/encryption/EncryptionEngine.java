package dev.protection.core.encryption;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.RetentionClass;
import dev.protection.SearchColumn;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.encryption.CellException;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.WrappedKeyStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds keys, seals values, opens cells and computes index terms. Safe for use by many threads.
 *
 * <p>Keys are committed in the key store before a method that makes them returns. A call that begins later than the
 * staleness bound after another node destroyed a key no longer opens anything with it; after this node destroyed it, at
 * once. Every method that needs a key throws {@link dev.protection.StoreUnavailableException} when the key store or the
 * root key does not answer, and {@link dev.protection.encryption.WrappedKeyException} when what it keeps is not
 * authentic.
 */
public final class EncryptionEngine {
    private final WrappedKeyStore store;
    private final InstantSource clock;
    private final KeyMeters meters;
    private final SubjectKeyCache cache;
    private final ReadingKeys reading;
    private final WritingKeys writing;
    private final ProvisionalKeys provisional;
    private final BlindIndex index;

    /**
     * Makes an engine.
     *
     * @param store where wrapped keys are kept
     * @param root the root key
     * @param controllerOf the nearest ancestor of a tenant, or itself, that is a controller, else the root of its tree
     * @param clock the time
     * @param random the source of keys, key ids and handles
     * @param settings how keys are cached
     * @param meters where {@link KeyMetric} is counted
     */
    public EncryptionEngine(
            WrappedKeyStore store,
            KeyWrapper root,
            UnaryOperator<TenantId> controllerOf,
            InstantSource clock,
            SecureRandom random,
            KeySettings settings,
            MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.cache = new SubjectKeyCache(settings);
        this.meters = new KeyMeters(meters, cache);
        TenantKeys tenants = new TenantKeys(store, root, clock, random);
        SubjectKeyFactory factory = new SubjectKeyFactory(tenants, random, clock, this.meters);
        this.reading = new ReadingKeys(store, factory, cache, clock, settings.staleness(), this.meters);
        this.writing = new WritingKeys(store, factory, cache, clock, settings.staleness(), this.meters);
        this.provisional = new ProvisionalKeys(store, factory, cache, clock, this.meters);
        this.index = new BlindIndex(new IndexKeys(store, tenants, clock), controllerOf);
    }

    /**
     * Returns those of some owners whose key is not at hand, so that it may have to be made.
     *
     * @param owners people and classes
     * @return some of them; nothing is looked up
     */
    public Set<KeyOwner> cold(Collection<KeyOwner> owners) {
        return writing.cold(owners);
    }

    /**
     * Returns the keys that some owners have. No key is made.
     *
     * @param owners people and classes; all are asked for in one look-up
     * @return none for an owner who has no key
     * @throws dev.protection.encryption.KeyDestroyedException when one is destroyed at the same time
     */
    public Map<KeyOwner, SubjectKeyring> existing(Collection<KeyOwner> owners) {
        return writing.existing(owners);
    }

    /**
     * Returns the handles by which the record names some owners. No key is made.
     *
     * @param owners people and classes; all are asked for in one look-up
     * @return none for an owner who has no key
     */
    public Set<KeyHandle> handles(Collection<KeyOwner> owners) {
        return writing.handles(owners);
    }

    /**
     * Returns the keys of owners, making those that are missing.
     *
     * @param owners people and classes; all are asked for in one look-up
     * @return a key for each owner
     * @throws dev.protection.encryption.KeyDestroyedException when one is destroyed at the same time
     */
    public Map<KeyOwner, SubjectKeyring> forWriting(Collection<KeyOwner> owners) {
        return writing.find(owners);
    }

    /**
     * Makes a key for a person whose id the database is about to generate. It seals and opens nothing until bound.
     *
     * @param tenant whose data it will be
     * @param kind the kind of person
     * @param retentionClass the class of the fields
     * @return a provisional key
     */
    public SubjectKeyring provisional(TenantId tenant, String kind, RetentionClass retentionClass) {
        return provisional(List.of(new ExpectedSubject(tenant, kind, retentionClass)))
                .get(0);
    }

    /**
     * Makes keys for people whose ids the database is about to generate, in one change of the key store.
     *
     * @param expected one for each key
     * @return the provisional keys, in the same order
     */
    public List<SubjectKeyring> provisional(List<ExpectedSubject> expected) {
        return provisional.make(expected);
    }

    /**
     * Binds provisional keys to the people whose ids are now known, all or none. Binding again to the same is no error.
     *
     * @param subjects the person of each key
     * @throws IllegalArgumentException when a key was made for another tenant or kind of person
     * @throws dev.protection.encryption.UnknownKeyException when a key was swept
     * @throws dev.protection.encryption.KeyDestroyedException when a key was destroyed
     * @throws dev.protection.encryption.KeyConflictException when a person has another key for the class
     */
    public void bind(Map<SubjectKeyring, SubjectRef> subjects) {
        provisional.bind(subjects);
    }

    /**
     * Returns what is known of the keys that cells name.
     *
     * @param ids the keys of a whole block of rows; all are asked for in one look-up
     * @return an answer for each id
     */
    public Map<KeyId, KeyAnswer> forReading(Collection<KeyId> ids) {
        return reading.find(ids);
    }

    /**
     * Seals a value.
     *
     * @param key the key of the person for the field's retention class
     * @param dataset the dataset the cell belongs to
     * @param field the field it belongs to
     * @param value a value that {@link ValueCodec#coerce} takes; never null, SQL NULL is not sealed
     * @return a cell
     * @throws dev.protection.encryption.ValueException when the value has no place in the field's type
     */
    public byte[] seal(SubjectKeyring key, Dataset dataset, Field field, Object value) {
        return CellCipher.seal(key, dataset, field, value);
    }

    /**
     * Opens a cell. That the key's owner is the person of the row is for the caller to compare.
     *
     * @param key the key the cell names
     * @param dataset the dataset it was read from
     * @param field the field it was read from
     * @param cell the cell
     * @return a value of the field's Java type
     * @throws CellException when it is no cell, is not authentic here, or holds no value of the type
     * @throws dev.protection.encryption.UnknownKeyException when the key is provisional
     */
    public Object open(SubjectKeyring key, Dataset dataset, Field field, byte[] cell) {
        try {
            return CellCipher.open(key, dataset, field, cell);
        } catch (CellException rejected) {
            meters.count(KeyMetric.REJECTED, 1);
            throw rejected;
        }
    }

    /**
     * Returns the key that a cell names.
     *
     * @param cell any bytes
     * @return empty when they have not the shape of a cell
     */
    public Optional<KeyId> keyIdOf(byte[] cell) {
        return CellCipher.keyIdOf(cell);
    }

    /**
     * Computes what stands for a value in the index column of a row.
     *
     * @param rowTenant the tenant of the row
     * @param dataset the dataset
     * @param field the field
     * @param value the value; never null
     * @return 32 bytes
     * @throws dev.protection.encryption.ValueException when the value has no place in the field's type
     */
    public byte[] term(TenantId rowTenant, Dataset dataset, Field field, Object value) {
        return index.term(rowTenant, dataset, field, value);
    }

    /**
     * Computes a hash that is shown in place of a text. Its key is no index key, so that it says nothing about terms.
     *
     * @param rowTenant the tenant of the row
     * @param dataset the dataset
     * @param field the field
     * @param text the text
     * @return {@code #} and 16 hexadecimal digits
     */
    public String hash(TenantId rowTenant, Dataset dataset, Field field, String text) {
        return index.hash(rowTenant, dataset, field, text);
    }

    /**
     * Computes what a search looks for.
     *
     * @param tenants the tenants whose rows are searched
     * @param dataset the dataset
     * @param field the field
     * @param value the value; never null
     * @return one term for each index scope the tenants lie in
     * @throws dev.protection.encryption.IndexScopeException when these are more than 100
     * @throws dev.protection.encryption.ValueException when the value has no place in the field's type
     */
    public List<byte[]> terms(Set<TenantId> tenants, Dataset dataset, Field field, Object value) {
        return index.terms(tenants, dataset, field, value);
    }

    /**
     * Names the keys under which a field is indexed. Terms of two rows, or of two fields, can be compared only where
     * both have just one name and it is the same.
     *
     * @param tenants the tenants whose rows are reached
     * @param dataset the dataset
     * @param field an indexed field of it
     * @return opaque names, equal exactly when the keys are
     */
    public Set<Object> indexKeys(Set<TenantId> tenants, Dataset dataset, Field field) {
        return Set.copyOf(index.keys(tenants, dataset, field));
    }

    /**
     * Computes what stands for a text in a column of beginnings.
     *
     * @param rowTenant the tenant of the row
     * @param dataset the dataset
     * @param field the field
     * @param column which column
     * @param text the text as that column compares it
     * @return 16 bytes for each of its first 64 characters, then 16 for the whole
     * @throws dev.protection.encryption.ValueException when the text is not well-formed Unicode
     */
    public byte[] beginnings(TenantId rowTenant, Dataset dataset, Field field, SearchColumn column, String text) {
        return index.beginnings(rowTenant, dataset, field, column, text);
    }

    /**
     * Computes what a column of beginnings is searched for.
     *
     * @param tenants the tenants whose rows are searched
     * @param dataset the dataset
     * @param field the field
     * @param column which column
     * @param text the text as that column compares it
     * @param whole whether it is the whole text and not only a beginning
     * @return one for each index scope the tenants lie in
     * @throws dev.protection.encryption.IndexScopeException when these are more than 100
     * @throws dev.protection.encryption.ValueException when the text is not well-formed Unicode
     */
    public List<byte[]> beginnings(
            Set<TenantId> tenants, Dataset dataset, Field field, SearchColumn column, String text, boolean whole) {
        return index.beginnings(tenants, dataset, field, column, text, whole);
    }

    /**
     * Returns a text as a field's beginnings are compared.
     *
     * @param field the field
     * @param value a value or a beginning of one
     * @param open whether more characters may follow
     * @return the text, changed as the field asks
     * @throws dev.protection.encryption.ValueException when the value is no text
     */
    public String normalised(Field field, Object value, boolean open) {
        String text = (String) ValueCodec.coerce(field.type(), value);
        return Normalised.beginning(text, field.index().normalise(), open);
    }

    /**
     * Destroys keys for ever (Art. 17 GDPR).
     *
     * @param ids the keys; those unknown or destroyed already are passed over
     */
    public void destroy(Collection<KeyId> ids) {
        try {
            store.destroy(ids, clock.instant());
        } finally {
            cache.forget(ids); // even when the store's answer was lost: it may have destroyed them
        }
        cache.rememberDestroyed(ids);
        meters.count(KeyMetric.DESTROYED, ids.size());
    }

    /**
     * Returns the bytes of a value as they are sealed.
     *
     * @param type the type of the field
     * @param value a value that {@link ValueCodec#coerce} takes
     * @return the encoding
     * @throws dev.protection.encryption.ValueException when the value has no place in the type
     */
    public byte[] canonical(FieldType type, Object value) {
        return ValueCodec.encode(type, value);
    }
}
