package dev.protection.jdbc.sql;

import java.util.Objects;

/**
 * An encrypted column whose values are opened to answer a condition.
 *
 * @param use the field
 * @param column the cell as it is written where the condition stands
 * @param rows a query for every cell that the statement may reach there, with the tenant (unless it is fixed) and the
 *     person of its row behind it
 */
public record OpenedColumn(FieldUse use, String column, Template rows) {
    /**
     * Checks the parts.
     *
     * @param use the field
     * @param column the cell
     * @param rows the query
     */
    public OpenedColumn {
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(rows, "rows");
    }
}
