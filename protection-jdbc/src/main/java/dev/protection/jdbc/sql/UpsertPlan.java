package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import java.util.List;
import java.util.Optional;

/**
 * New rows of a protected table, or changes of rows that stand in their way: for each row the one that it conflicts with
 * is looked for and locked, then it is inserted or the other one is changed.
 *
 * @param dataset the dataset
 * @param rows in the order of the text
 * @param keyColumns the key as stored
 * @param counting how the database counts
 * @param returned shows the rows that were inserted or changed; empty when nobody asks
 */
public record UpsertPlan(
        Dataset dataset, List<Row> rows, List<String> keyColumns, Counting counting, Optional<ReturnedRows> returned)
        implements Plan {
    /**
     * Copies the rows.
     *
     * @param dataset the dataset
     * @param rows in the order of the text
     * @param keyColumns the key as stored
     * @param counting how the database counts
     * @param returned shows the rows
     */
    public UpsertPlan {
        rows = List.copyOf(rows);
        keyColumns = List.copyOf(keyColumns);
    }

    /** What the number of changed rows says. */
    public enum Counting {
        /** One for each row inserted or changed; a row may be changed once only. */
        ONCE,
        /** One for each row inserted or changed. */
        EACH,
        /** One for a row inserted or left as it is, two for one that was changed. */
        CHANGES,
        /** One for a row inserted, and one for each that went before it. */
        REPLACED
    }

    /**
     * One row.
     *
     * @param conflict gives the key of each row it conflicts with; empty when it can conflict with none
     * @param insert stores it where there is none
     * @param change changes the other one, or removes it; empty when it stays as it is
     * @param assigned gives the values that are changed, to see whether they differ; empty when nobody asks
     */
    public record Row(Optional<Part> conflict, Part insert, Optional<Part> change, Optional<Part> assigned) {}
}
