package dev.protection.encryption;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of reading a sealed value: the value, a mask, or the knowledge that the person was erased.
 *
 * @param <T> the type of the value
 */
public sealed interface Reading<T> {
    /**
     * Returns what may be shown.
     *
     * @return the value, or the mask that stands for it
     * @throws MaskedValueException when a mask has no value of this type
     * @throws KeyDestroyedException when the person was erased
     */
    T get();

    /**
     * A value, opened.
     *
     * @param value the value
     * @param <T> its type
     */
    record Clear<T>(T value) implements Reading<T> {
        /**
         * Checks the part.
         *
         * @param value the value
         */
        public Clear {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public T get() {
            return value;
        }

        /** Leaves the value out. */
        @Override
        public String toString() {
            return "Clear";
        }
    }

    /**
     * A value that the purpose does not need; it was not opened.
     *
     * @param shown what stands for it; empty for types that have no mask
     * @param <T> its type
     */
    record Masked<T>(Optional<T> shown) implements Reading<T> {
        /**
         * Checks the part.
         *
         * @param shown what stands for it
         */
        public Masked {
            Objects.requireNonNull(shown, "shown");
        }

        @Override
        public T get() {
            return shown.orElseThrow(MaskedValueException::new);
        }
    }

    /**
     * A value whose key was destroyed (Art. 17 GDPR); nobody can open it any more.
     *
     * @param key the destroyed key
     * @param <T> the type the value had
     */
    record Erased<T>(KeyId key) implements Reading<T> {
        /**
         * Checks the part.
         *
         * @param key the destroyed key
         */
        public Erased {
            Objects.requireNonNull(key, "key");
        }

        @Override
        public T get() {
            throw new KeyDestroyedException(key);
        }
    }
}
