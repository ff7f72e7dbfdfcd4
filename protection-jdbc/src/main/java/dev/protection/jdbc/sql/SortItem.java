package dev.protection.jdbc.sql;

/**
 * One item behind ORDER BY.
 *
 * @param expression what it sorts by
 * @param descending whether the largest comes first
 * @param nulls {@code NULLS FIRST} or {@code NULLS LAST} as the database is to read it; empty for its default
 * @param operator whether PostgreSQL's USING names an order of its own
 */
record SortItem(Expression expression, boolean descending, String nulls, boolean operator) {
    /** What stands behind the expression. */
    String direction() {
        return (descending ? " DESC" : "") + (nulls.isEmpty() ? "" : " " + nulls);
    }
}
