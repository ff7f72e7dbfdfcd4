package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKeyStore;
import java.util.Collection;
import java.util.List;

/** What an erasure may do with keys: find those of a person, and destroy them. */
public interface KeyDestruction {
    /**
     * Returns the keys over a store and the engine that caches them.
     *
     * @param store where keys are kept
     * @param engine forgets what it cached of destroyed keys
     * @return the keys
     */
    static KeyDestruction of(WrappedKeyStore store, EncryptionEngine engine) {
        return new KeyDestruction() {
            @Override
            public List<SubjectKey> keysOf(SubjectRef subject) {
                return store.ofSubject(subject);
            }

            @Override
            public void destroy(Collection<KeyId> ids) {
                engine.destroy(ids);
            }
        };
    }

    /**
     * Returns the active keys of a person.
     *
     * @param subject the person
     * @return one per retention class
     */
    List<SubjectKey> keysOf(SubjectRef subject);

    /**
     * Destroys keys for ever. Doing it again does nothing.
     *
     * @param ids the keys
     */
    void destroy(Collection<KeyId> ids);
}
