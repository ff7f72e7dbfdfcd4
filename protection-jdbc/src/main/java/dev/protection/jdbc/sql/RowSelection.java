package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The query that lists the rows an UPDATE or DELETE would change: first the key columns, then tenant and subject.
 *
 * <p>Text may be added at its end, for example {@code FOR UPDATE}. Its parameters are the application's own, by number.
 *
 * @param template the query
 * @param keyColumns the key columns as stored, at ordinals 1, 2, ..
 * @param tenantOrdinal the ordinal of the tenant, from 1; empty for a fixed tenant
 * @param subjectOrdinal the ordinal of the person's id, from 1
 * @param person the parameter that names the person of every such row; empty when the condition does not say so
 */
public record RowSelection(
        Template template,
        List<String> keyColumns,
        OptionalInt tenantOrdinal,
        int subjectOrdinal,
        Optional<Value.Param> person) {
    /**
     * Copies the parts.
     *
     * @param template the query
     * @param keyColumns the key columns
     * @param tenantOrdinal the ordinal of the tenant
     * @param subjectOrdinal the ordinal of the person's id
     * @param person the parameter that names the person
     */
    public RowSelection {
        keyColumns = List.copyOf(keyColumns);
    }
}
