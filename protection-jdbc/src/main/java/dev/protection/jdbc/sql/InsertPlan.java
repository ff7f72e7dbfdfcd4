package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * New rows of a protected table.
 *
 * @param dataset the dataset
 * @param template the rewritten text
 * @param rows the rows in the order of the text
 * @param keyColumns the columns that identify a row, as stored
 * @param columns all columns that the application sees, in the order of the table
 * @param subjectColumn the column that names the person, as stored: the one to read back for {@link Value.Generated}
 * @param subjectQuery for a person named through another table: a query with one {@code ?}, the value of the row's
 *     column, that gives the person's id
 * @param table the table as the statement names it
 */
public record InsertPlan(
        Dataset dataset,
        Template template,
        List<Row> rows,
        List<String> keyColumns,
        List<String> columns,
        String subjectColumn,
        Optional<String> subjectQuery,
        String table)
        implements Plan {
    /**
     * Copies the parts.
     *
     * @param dataset the dataset
     * @param template the rewritten text
     * @param rows the rows
     * @param keyColumns the key
     * @param columns the visible columns
     * @param subjectColumn the person's column
     * @param subjectQuery the query for the person
     * @param table the table
     */
    public InsertPlan {
        rows = List.copyOf(rows);
        keyColumns = List.copyOf(keyColumns);
        columns = List.copyOf(columns);
    }

    /**
     * One row.
     *
     * @param tenant the tenant: a parameter or a literal (also for a fixed tenant)
     * @param subject the value of the column that leads to the person: a parameter, a literal or generated
     * @param values the declared fields that the statement gives, encrypted or not
     */
    public record Row(Value tenant, Value subject, Map<Field, Value> values) {
        /**
         * Copies the parts.
         *
         * @param tenant the tenant
         * @param subject the person
         * @param values the declared fields
         */
        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
