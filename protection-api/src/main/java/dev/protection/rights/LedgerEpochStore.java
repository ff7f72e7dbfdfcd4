package dev.protection.rights;

import java.util.Objects;

/**
 * Where the data itself remembers how much of the erasure ledger it has seen: in the data's own database, so that it is
 * restored with it. A database restored from a backup is known by it: its epoch is behind the ledger.
 *
 * <p>Safe for use by several threads and nodes. Every method throws
 * {@link dev.protection.StoreUnavailableException} when the store does not answer.
 */
public interface LedgerEpochStore {
    /**
     * Returns what the data has seen.
     *
     * @return {@link Epoch#NONE} at first
     */
    Epoch get();

    /**
     * Remembers that the data has seen more. One that is not further than the present one is passed over.
     *
     * @param seen what was seen; durable when this returns
     */
    void advance(Epoch seen);

    /**
     * A beginning of the ledger.
     *
     * @param lines how many lines
     * @param head the hash of the last of them, in hexadecimal; empty for none
     */
    record Epoch(long lines, String head) {
        /** Nothing was seen. */
        public static final Epoch NONE = new Epoch(0, "");

        /**
         * Checks the parts.
         *
         * @param lines how many lines
         * @param head the hash
         */
        public Epoch {
            Objects.requireNonNull(head, "head");
            if (lines < 0 || head.isEmpty() != (lines == 0)) {
                throw new IllegalArgumentException("a beginning of the ledger has a head exactly when it has lines");
            }
        }
    }
}
