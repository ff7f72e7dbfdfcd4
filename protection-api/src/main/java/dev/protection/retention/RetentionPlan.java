package dev.protection.retention;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What would be erased because its time is over: a destruction list to approve. It is frozen; {@link Retention#apply}
 * takes it only while everything is as it says. It holds no personal data.
 *
 * @param asOf the time by which records are due
 * @param mapHash the hash of the declaration
 * @param lines what is due, by source and dataset
 * @param finished how many erasures that had to keep something would be finished, their last duty being over
 * @param hash SHA-256 in lower-case hexadecimal over all of this and over every record that is due
 */
public record RetentionPlan(Instant asOf, String mapHash, List<Line> lines, long finished, String hash) {
    /**
     * Copies the parts.
     *
     * @param asOf the time
     * @param mapHash the declaration
     * @param lines what is due
     * @param finished how many erasures are finished
     * @param hash the hash
     */
    public RetentionPlan {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(mapHash, "mapHash");
        Objects.requireNonNull(hash, "hash");
        lines = List.copyOf(lines);
    }

    /**
     * Tells whether there is nothing to do.
     *
     * @return true when no record is due and no erasure is to be finished
     */
    public boolean isEmpty() {
        return finished == 0 && lines.stream().allMatch(line -> line.removed() == 0 && line.cleared() == 0);
    }

    /**
     * What is due in one dataset.
     *
     * @param source the source
     * @param dataset the dataset
     * @param why the rule in words: the period, and the laws that keep some fields longer
     * @param removed how many records would be removed
     * @param cleared how many would lose the fields that no law keeps
     * @param clearedFields which fields these are
     * @param held how many records are due but stay, because their persons are under a legal hold or a restriction (Art. 18 GDPR)
     * @param kept how many records are due but wholly kept by a law
     * @param undated how many records never become due, because the start of their period is not known
     */
    public record Line(
            String source,
            String dataset,
            String why,
            long removed,
            long cleared,
            SortedSet<String> clearedFields,
            long held,
            long kept,
            long undated) {
        /**
         * Copies the parts.
         *
         * @param source the source
         * @param dataset the dataset
         * @param why the rule
         * @param removed how many are removed
         * @param cleared how many are cleared
         * @param clearedFields which fields
         * @param held how many are held
         * @param kept how many are kept
         * @param undated how many have no start
         */
        public Line {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(dataset, "dataset");
            Objects.requireNonNull(why, "why");
            clearedFields = Collections.unmodifiableSortedSet(new TreeSet<>(clearedFields));
        }
    }
}
