package dev.protection.rights;

import dev.protection.SubjectRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A record about a person.
 *
 * @param ref which
 * @param subject whose
 * @param fields the fields that hold something: of a declared dataset declared fields, else words of the source
 * @param since what its periods count from: the value of the dataset's {@code since} column, days and local times taken
 *     as UTC; empty for NULL, or where the dataset declares none
 */
public record Found(RecordRef ref, SubjectRef subject, SortedSet<String> fields, Optional<Instant> since) {
    /**
     * Copies the parts.
     *
     * @param ref which
     * @param subject whose
     * @param fields the fields
     * @param since what periods count from
     */
    public Found {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(since, "since");
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }
}
