package dev.protection.rights;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the erasure ledger, apart from the data: append-only lines without personal data, each chained to the one
 * before, from which a restored database is brought to forget again.
 *
 * <p>The store keeps lines and knows nothing of what is in them. Safe for use by several threads and nodes. Every method
 * throws {@link dev.protection.StoreUnavailableException} when the store does not answer.
 */
public interface ErasureLedger {
    /**
     * Appends a line.
     *
     * @param line its position is the one after the last line's, 0 for the first
     * @return true when it is kept, durably; false when its position or its id is taken, or positions were left out:
     *     nothing was changed then
     */
    boolean append(Line line);

    /**
     * Returns the last line.
     *
     * @return empty for an empty ledger
     */
    Optional<Line> last();

    /**
     * Returns the line with an id.
     *
     * @param id the id
     * @return empty when there is none
     */
    Optional<Line> find(String id);

    /**
     * Returns lines in order.
     *
     * @param from the position of the first, from 0
     * @param most how many at the most
     * @return fewer at the end of the ledger
     */
    List<Line> lines(long from, int most);

    /**
     * A line of the ledger.
     *
     * @param position its place, from 0
     * @param id what it is about, at most 100 printable ASCII characters; no other line has it
     * @param entry the entry's encoding, of any length
     */
    record Line(long position, String id, byte[] entry) {
        /**
         * Checks the parts.
         *
         * @param position its place
         * @param id what it is about
         * @param entry the entry
         */
        public Line {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(entry, "entry");
            if (position < 0) {
                throw new IllegalArgumentException("positions start at 0");
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Line same
                    && position == same.position
                    && id.equals(same.id)
                    && Arrays.equals(entry, same.entry);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        @Override
        public String toString() {
            return "Line " + position + " " + id;
        }
    }
}
