package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import java.util.Optional;

/**
 * A change of rows of a protected table that is made row by row: the rows are found and locked by a query, which also
 * computes new values, then each is changed by its key.
 *
 * @param dataset the dataset
 * @param query gives the rows, each with its key first
 * @param keyColumns how many columns the key has
 * @param change changes one of them
 * @param removes whether it removes them
 * @param returned shows the changed rows; empty when nobody asks
 */
public record RowsPlan(
        Dataset dataset, Part query, int keyColumns, Part change, boolean removes, Optional<ReturnedRows> returned)
        implements Plan {}
