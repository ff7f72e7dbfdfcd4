package dev.protection.jdbc.sql;

import java.util.List;

/**
 * A query with all that may stand around its body.
 *
 * @param span its place
 * @param with its common tables
 * @param body what it computes
 * @param order what it sorts by
 * @param limits the expressions of LIMIT, OFFSET and FETCH
 * @param locking whether it ends in FOR UPDATE or its kin
 * @param ending how exactly it is sorted and limited
 */
record Query(
        Span span,
        List<CommonTable> with,
        Body body,
        List<Expression> order,
        List<Expression> limits,
        boolean locking,
        Ending ending)
        implements Node {

    /** What a query computes. */
    sealed interface Body extends Node permits Select, SetOperation, Rows, NamedTable, Nested {}

    /** Two bodies combined; {@code all} for UNION ALL, which compares no rows. */
    record SetOperation(Span span, boolean all, Body left, Body right) implements Body {}

    /** {@code VALUES ..}. */
    record Rows(Span span, List<List<Expression>> rows) implements Body {}

    /** {@code TABLE t}. */
    record NamedTable(Span span, TableReference table) implements Body {}

    /** A query in brackets. */
    record Nested(Span span, Query query) implements Body {}

    /** {@code name (columns) AS (statement)}. */
    record CommonTable(Span span, Name name, List<Name> columns, boolean recursive, Statement statement)
            implements Node {}
}
