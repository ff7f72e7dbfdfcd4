package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import java.util.List;

/**
 * New rows of a protected table that are shown: they are inserted, then read by their keys.
 *
 * @param dataset the dataset
 * @param insert stores them
 * @param keyColumns the key as stored
 * @param returned shows them
 */
public record ReturningPlan(Dataset dataset, Part insert, List<String> keyColumns, ReturnedRows returned)
        implements Plan {
    /**
     * Copies the key.
     *
     * @param dataset the dataset
     * @param insert stores them
     * @param keyColumns the key as stored
     * @param returned shows them
     */
    public ReturningPlan {
        keyColumns = List.copyOf(keyColumns);
    }
}
