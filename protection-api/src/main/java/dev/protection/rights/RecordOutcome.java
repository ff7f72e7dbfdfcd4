package dev.protection.rights;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a source did with a record.
 *
 * @param ref which record
 * @param outcome what became of it
 * @param fields the fields that were erased, or that were to go and stay
 * @param reason why it is retained, in one stable upper-case word such as {@code NOT_NULL}; empty exactly when erased
 */
public record RecordOutcome(RecordRef ref, Outcome outcome, SortedSet<String> fields, Optional<String> reason) {
    /**
     * Copies the parts.
     *
     * @param ref which record
     * @param outcome what became of it
     * @param fields the fields concerned
     * @param reason why it is retained
     * @throws IllegalArgumentException when a retained record has no reason, or an erased one has
     */
    public RecordOutcome {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(outcome, "outcome");
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        if (reason.isPresent() != (outcome == Outcome.RETAINED)) {
            throw new IllegalArgumentException("exactly a retained record has a reason");
        }
    }

    /**
     * Returns the outcome of a record whose fields went.
     *
     * @param ref which record
     * @param fields the fields
     * @return the outcome
     */
    public static RecordOutcome erased(RecordRef ref, SortedSet<String> fields) {
        return new RecordOutcome(ref, Outcome.ERASED, fields, Optional.empty());
    }

    /**
     * Returns the outcome of a record whose fields could not go.
     *
     * @param ref which record
     * @param fields the fields that were to go and stay
     * @param reason why
     * @return the outcome
     */
    public static RecordOutcome retained(RecordRef ref, SortedSet<String> fields, String reason) {
        return new RecordOutcome(ref, Outcome.RETAINED, fields, Optional.of(reason));
    }
}
