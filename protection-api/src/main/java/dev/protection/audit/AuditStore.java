package dev.protection.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps the outbox and the log.
 *
 * <p>Events enter through the outbox: of the business transaction, or through {@link #append} of the store's own. One
 * node at a time moves them into the log:
 *
 * <ol>
 *   <li>lock the head, for one transaction;
 *   <li>take waiting events of the outbox, whichever are committed: never "ids greater than the last seen", since a
 *       transaction that commits late would be lost;
 *   <li>let the integrator make the new leaves and the new head;
 *   <li>store the leaves and the head, remove the events taken, commit.
 * </ol>
 *
 * <p>Safe for use by several threads and nodes. Every method throws {@link dev.protection.StoreUnavailableException} when
 * the store does not answer; nothing was changed then.
 */
public interface AuditStore {
    /**
     * Puts events into the outbox.
     *
     * @param events the events; all of them are durable when this returns, none when it throws
     */
    void append(List<OutboxEvent> events);

    /**
     * Moves waiting events into the log, in one transaction under the head's lock.
     *
     * @param most how many events at the most; the first by time and id
     * @param integrator makes the leaves; what it throws leaves everything as it was and is thrown on. Called again when
     *     the store has to try again, so it changes nothing itself; not called when no event waits
     * @return how many events were moved; 0 when none waited
     */
    int integrate(int most, Integrator integrator);

    /**
     * Returns the head of the log.
     *
     * @return an empty head before the first integration
     */
    LogHead head();

    /**
     * Returns entries of the log.
     *
     * @param from the index of the first, from 0
     * @param most how many at the most
     * @return the entries in order, fewer at the end of the log
     */
    List<LogEntry> entries(long from, int most);

    /**
     * Finds entries by the index.
     *
     * @param conditions sets of terms; an entry is wanted when it has, of each set, at least one. None for every entry
     * @param from the index from which on
     * @param most how many at the most
     * @return the entries in order, fewer only when there are no more
     */
    List<LogEntry> find(List<Set<Long>> conditions, long from, int most);

    /**
     * Returns what the index says of entries, so that it can be verified.
     *
     * @param from the index of the first, from 0
     * @param most how many at the most
     * @return the terms of each entry in order, fewer at the end of the log
     */
    List<Set<Long>> terms(long from, int most);

    /** Makes the next entries of the log out of waiting events. */
    @FunctionalInterface
    interface Integrator {
        /**
         * Makes the next entries.
         *
         * @param head the head that is locked
         * @param events the waiting events, ordered by time, and then by id as its text is ordered
         * @return as many leaves as events, and the head after them; anything else is refused by {@link
         *     Integration#requireFits}
         */
        Integration integrate(LogHead head, List<OutboxEvent> events);
    }

    /**
     * The next entries of the log.
     *
     * @param leaves the leaves in order
     * @param terms for each leaf the terms by which it is found
     * @param head the head after them
     */
    record Integration(List<byte[]> leaves, List<Set<Long>> terms, LogHead head) {
        /**
         * Copies the parts.
         *
         * @param leaves the leaves
         * @param terms the terms
         * @param head the head
         */
        public Integration {
            leaves = List.copyOf(leaves);
            terms = terms.stream().map(Set::copyOf).toList();
            Objects.requireNonNull(head, "head");
        }

        /**
         * Checks, for the store, that an integrator did its work.
         *
         * @param before the head that was locked
         * @param events how many events it was given
         * @throws IllegalArgumentException when there is not one leaf for each, or the head is of another size
         */
        public void requireFits(LogHead before, int events) {
            if (leaves.size() != events || terms.size() != events || head.size() != before.size() + events) {
                throw new IllegalArgumentException("an integration makes one leaf of each event");
            }
        }
    }

    /**
     * An event that waits for the log.
     *
     * @param id the event's id
     * @param at when it happened; kept to the microsecond
     * @param event its encoding
     */
    record OutboxEvent(UUID id, Instant at, byte[] event) {
        /**
         * Checks the parts.
         *
         * @param id the id
         * @param at when
         * @param event its encoding
         */
        public OutboxEvent {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(event, "event");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OutboxEvent same
                    && id.equals(same.id)
                    && at.equals(same.at)
                    && Arrays.equals(event, same.event);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /**
     * An entry of the log.
     *
     * @param index its place, from 0
     * @param leaf its bytes: the event's encoding
     */
    record LogEntry(long index, byte[] leaf) {}

    /**
     * The head of the log.
     *
     * @param size how many entries
     * @param range the hashes of the complete subtrees at the right edge, from the largest: the compact form from which
     *     the tree grows; 32 bytes each
     * @param checkpoint the signed checkpoint of this size; empty for an empty log
     */
    record LogHead(long size, List<byte[]> range, String checkpoint) {
        /** The head of an empty log. */
        public static final LogHead EMPTY = new LogHead(0, List.of(), "");

        /**
         * Copies the parts.
         *
         * @param size how many entries
         * @param range the hashes
         * @param checkpoint the checkpoint
         */
        public LogHead {
            range = List.copyOf(range);
            Objects.requireNonNull(checkpoint, "checkpoint");
            if (Long.bitCount(size) != range.size()) {
                throw new IllegalArgumentException("a log of " + size + " entries has other subtrees than given");
            }
        }
    }
}
