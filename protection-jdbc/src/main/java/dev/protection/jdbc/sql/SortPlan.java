package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How the rows of a query are sorted and paged after opening: the database gives them all, neither sorted nor paged.
 *
 * @param keys what they are sorted by, the most important first
 * @param limit how many are shown at most; empty for all
 * @param offset how many are left out first; empty for none
 */
public record SortPlan(List<Key> keys, Optional<Amount> limit, Optional<Amount> offset) {
    /**
     * Copies the keys.
     *
     * @param keys what they are sorted by
     * @param limit how many are shown
     * @param offset how many are left out
     */
    public SortPlan {
        keys = List.copyOf(keys);
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(offset, "offset");
    }

    /**
     * One key. The database gives each row's rank by it; of a sealed one it knows only whether there is a value, and rows
     * of one rank are sorted by the opened values.
     *
     * @param rank the ordinal of the rank in the result of the rewritten statement, from 1
     * @param cell where the sealed cell is; empty for a key that the database ranks alone
     * @param descending whether the largest value comes first
     */
    public record Key(int rank, Optional<ComputedColumn.Cell> cell, boolean descending) {}

    /**
     * A number of rows.
     *
     * @param logical the parameter of the application that holds it, from 1; 0 for a fixed number
     * @param fixed the number when it is written in the statement
     */
    public record Amount(int logical, long fixed) {}
}
