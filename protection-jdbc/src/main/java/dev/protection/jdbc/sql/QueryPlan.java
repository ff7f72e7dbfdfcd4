package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Set;

/**
 * A query over protected tables, or a change of unprotected tables that reads protected ones.
 *
 * @param template the rewritten text
 * @param returnsRows whether it is a query
 * @param occurrences the mentions of protected tables; those with hidden columns have ordinals
 * @param columns the visible columns in the application's order; empty when it returns no rows
 * @param used the declared fields used anywhere but as a visible column: they need unmasked READ
 */
public record QueryPlan(
        Template template,
        boolean returnsRows,
        List<Occurrence> occurrences,
        List<OutputColumn> columns,
        Set<FieldUse> used)
        implements Plan {
    /**
     * Copies the parts.
     *
     * @param template the rewritten text
     * @param returnsRows whether it is a query
     * @param occurrences the mentions
     * @param columns the visible columns
     * @param used the fields used elsewhere
     */
    public QueryPlan {
        occurrences = List.copyOf(occurrences);
        columns = List.copyOf(columns);
        used = Set.copyOf(used);
    }
}
