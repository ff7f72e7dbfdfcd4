package dev.protection.rights;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Data that stays after an erasure, and why.
 *
 * @param dataset where
 * @param fields which declared fields
 * @param records how many records
 * @param reason why in a stable word: {@code DUTY}, {@code DUTY_NEVER_DUE}, or a word of the source
 * @param duties the laws that make one keep it
 * @param until when the last of them ends, for the record kept longest; empty when the start of the period is unknown
 */
public record Kept(
        String dataset,
        SortedSet<String> fields,
        long records,
        String reason,
        List<Duty> duties,
        Optional<Instant> until) {
    /**
     * Copies the parts.
     *
     * @param dataset where
     * @param fields which fields
     * @param records how many records
     * @param reason why
     * @param duties the laws
     * @param until when it ends
     */
    public Kept {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(until, "until");
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        duties = duties.stream().sorted().toList();
    }
}
