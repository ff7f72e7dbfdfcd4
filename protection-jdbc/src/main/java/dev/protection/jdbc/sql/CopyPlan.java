package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import java.util.List;

/**
 * New rows of a protected table that queries give: the rows are read, then inserted in the same transaction.
 *
 * @param dataset the dataset
 * @param sources the queries with the INSERT of one of their rows, in order
 */
public record CopyPlan(Dataset dataset, List<Source> sources) implements Plan {
    /**
     * Copies the sources.
     *
     * @param dataset the dataset
     * @param sources the queries
     */
    public CopyPlan {
        sources = List.copyOf(sources);
    }

    /**
     * One query.
     *
     * @param query gives the rows
     * @param columns how many columns it must have
     * @param insert stores one of them
     */
    public record Source(Part query, int columns, Part insert) {}
}
