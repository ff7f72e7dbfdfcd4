package dev.protection.rights;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a source covers.
 *
 * @param id its name: lower-case letters, digits and dashes, the same on every node and after every restart
 * @param version of its records and cursors; a new one makes runs under way begin anew with this source
 * @param datasets the datasets it covers: declared ones, or words of its own
 * @param dated those of them whose records have a {@code since}, so that retention can find them by age
 */
public record SourceDescriptor(String id, int version, SortedSet<String> datasets, SortedSet<String> dated) {
    /**
     * Copies the parts and checks them.
     *
     * @param id its name
     * @param version its version
     * @param datasets what it covers
     * @param dated what has an age
     * @throws IllegalArgumentException when the id has other characters or a dated dataset is not covered
     */
    public SourceDescriptor {
        Objects.requireNonNull(id, "id");
        if (!id.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw new IllegalArgumentException("a source's id has 1 to 60 lower-case letters, digits and dashes");
        }
        datasets = Collections.unmodifiableSortedSet(new TreeSet<>(datasets));
        dated = Collections.unmodifiableSortedSet(new TreeSet<>(dated));
        if (!datasets.containsAll(dated)) {
            throw new IllegalArgumentException("source " + id + " dates a dataset that it does not cover");
        }
    }
}
