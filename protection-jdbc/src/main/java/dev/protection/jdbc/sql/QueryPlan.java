package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A query over protected tables, or a change of unprotected tables that reads protected ones.
 *
 * @param template the rewritten text
 * @param returnsRows whether it is a query
 * @param occurrences the mentions of protected tables; those with hidden columns have ordinals
 * @param columns the visible columns in the application's order; empty when it returns no rows
 * @param used the declared fields used anywhere but as a visible column: they need unmasked READ
 * @param sort how its rows are sorted and paged after opening; empty when the database does it
 */
public record QueryPlan(
        Template template,
        boolean returnsRows,
        List<Occurrence> occurrences,
        List<OutputColumn> columns,
        Set<FieldUse> used,
        Optional<SortPlan> sort)
        implements Plan {
    /**
     * Copies the parts.
     *
     * @param template the rewritten text
     * @param returnsRows whether it is a query
     * @param occurrences the mentions
     * @param columns the visible columns
     * @param used the fields used elsewhere
     * @param sort how its rows are sorted after opening
     */
    public QueryPlan {
        occurrences = List.copyOf(occurrences);
        columns = List.copyOf(columns);
        used = Set.copyOf(used);
        Objects.requireNonNull(sort, "sort");
    }
}
