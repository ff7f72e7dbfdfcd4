package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A change of rows of a protected table.
 *
 * @param dataset the dataset
 * @param rows which rows it changes
 * @param execute the rewritten text; its {@link Piece.KeyPredicate} narrows it to one row
 * @param assignments the new values of declared fields, encrypted or not
 * @param tenant the value assigned to the tenant column: refuse unless every row has it already; empty when not assigned
 * @param subject the value assigned to the column that leads to the person: refuse unless every row has it already;
 *     empty when not assigned
 * @param occurrences the mentions of protected tables; the first is the table that is changed
 * @param used the declared fields used in predicates and expressions: they need unmasked READ
 */
public record UpdatePlan(
        Dataset dataset,
        RowSelection rows,
        Template execute,
        Map<Field, Value> assignments,
        Optional<Value> tenant,
        Optional<Value> subject,
        List<Occurrence> occurrences,
        Set<FieldUse> used)
        implements Plan {
    /**
     * Copies the parts.
     *
     * @param dataset the dataset
     * @param rows which rows
     * @param execute the rewritten text
     * @param assignments the new values
     * @param tenant the value assigned to the tenant column
     * @param subject the value assigned to the person's column
     * @param occurrences the mentions
     * @param used the fields used
     */
    public UpdatePlan {
        assignments = Collections.unmodifiableMap(new LinkedHashMap<>(assignments));
        occurrences = List.copyOf(occurrences);
        used = Set.copyOf(used);
    }
}
