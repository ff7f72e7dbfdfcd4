package dev.protection.core.encryption;

import dev.protection.encryption.KeyDestroyedException;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.UnknownKeyException;

/** What is known of a key that a cell names. "Unknown" and "destroyed" are different answers. */
public sealed interface KeyAnswer {
    /**
     * Returns the key when it can be used.
     *
     * @return the key
     * @throws KeyDestroyedException when it was destroyed
     * @throws UnknownKeyException when it is unknown or provisional
     */
    SubjectKeyring orThrow();

    /**
     * The key opens cells.
     *
     * @param keyring the key
     */
    record Usable(SubjectKeyring keyring) implements KeyAnswer {
        @Override
        public SubjectKeyring orThrow() {
            return keyring;
        }
    }

    /**
     * The key was destroyed with an erasure.
     *
     * @param id the key's name
     */
    record Destroyed(KeyId id) implements KeyAnswer {
        @Override
        public SubjectKeyring orThrow() {
            throw new KeyDestroyedException(id);
        }
    }

    /**
     * The key store does not know the key, or it was never bound to a person.
     *
     * @param id the key's name
     */
    record Unknown(KeyId id) implements KeyAnswer {
        @Override
        public SubjectKeyring orThrow() {
            throw new UnknownKeyException(id);
        }
    }
}
