package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import java.util.List;
import java.util.Set;

/**
 * A removal of rows of a protected table.
 *
 * @param dataset the dataset
 * @param rows which rows it removes
 * @param execute the rewritten text; its {@link Piece.KeyPredicate} narrows it to one row
 * @param occurrences the mentions of protected tables; the first is the table that is changed
 * @param used the declared fields used in predicates: they need unmasked READ
 */
public record DeletePlan(
        Dataset dataset, RowSelection rows, Template execute, List<Occurrence> occurrences, Set<FieldUse> used)
        implements Plan {
    /**
     * Copies the parts.
     *
     * @param dataset the dataset
     * @param rows which rows
     * @param execute the rewritten text
     * @param occurrences the mentions
     * @param used the fields used
     */
    public DeletePlan {
        occurrences = List.copyOf(occurrences);
        used = Set.copyOf(used);
    }
}
