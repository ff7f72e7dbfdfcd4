package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/** A statement that is not a definition. */
sealed interface Statement extends Node {
    /** A query. */
    record Read(Span span, Query query) implements Statement {}

    /**
     * {@code INSERT INTO ..}.
     *
     * @param columns the column list; empty when none is written
     * @param values the rows; empty for DEFAULT VALUES or a query
     * @param query the query whose rows are inserted
     * @param upsert what it does instead where a row stands in the way, or another form to write the row in
     */
    record Insert(
            Span span,
            List<Query.CommonTable> with,
            TableReference table,
            List<Name> columns,
            List<List<Expression>> values,
            Optional<Query> query,
            Optional<Upsert> upsert,
            List<SelectItem> returning)
            implements Statement {}

    /**
     * What is done instead of an INSERT where another row stands in its way.
     *
     * @param form how it is written
     * @param target the columns whose conflict counts; empty for any
     * @param partial a condition on the index whose conflict counts
     * @param constraint the constraint whose conflict counts
     * @param assignments how the other row is changed
     * @param condition when it is changed
     */
    record Upsert(
            Span span,
            UpsertPlanner.Form form,
            List<Expression> target,
            Optional<Expression> partial,
            Optional<Name> constraint,
            List<Assignment> assignments,
            Optional<Expression> condition) {
        static Upsert of(Span span, UpsertPlanner.Form form) {
            return new Upsert(span, form, List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }
    }

    /** {@code UPDATE ..}. */
    record Update(
            Span span,
            List<Query.CommonTable> with,
            List<FromItem> tables,
            List<Assignment> assignments,
            List<FromItem> from,
            Selection selection)
            implements Statement {}

    /** {@code DELETE ..}; {@code named} are MariaDB's targets of a DELETE over joins. */
    record Delete(
            Span span, List<Query.CommonTable> with, List<FromItem> tables, List<FromItem> using, Selection selection)
            implements Statement {}

    /**
     * {@code MERGE}.
     *
     * @param expressions all that it computes, its condition first
     * @param assignments all assignments of its branches
     * @param branches what it does; empty when there is something in it that is not followed
     */
    record Merge(
            Span span,
            List<Query.CommonTable> with,
            TableReference table,
            Optional<FromItem> using,
            List<Expression> expressions,
            List<Assignment> assignments,
            List<Branch> branches)
            implements Statement {}

    /**
     * {@code WHEN [NOT] MATCHED THEN UPDATE SET ..|INSERT ..}.
     *
     * @param matched whether a row was found
     * @param assignments how it is changed
     * @param columns the columns of the new row; empty when none are written
     * @param values the new row
     */
    record Branch(boolean matched, List<Assignment> assignments, List<Name> columns, List<Expression> values) {}

    /**
     * Which rows a change is about.
     *
     * @param where the condition
     * @param order what MariaDB and H2 sort by
     * @param limits the expressions of LIMIT and its kin
     * @param returning the RETURNING list
     */
    record Selection(
            Optional<Expression> where, List<Expression> order, List<Expression> limits, List<SelectItem> returning) {}

    /**
     * {@code column = value}, or {@code (columns) = value}.
     *
     * @param columns the assigned columns, each with the names that qualify it
     * @param element whether only an element of the column is assigned
     */
    record Assignment(Span span, List<List<Name>> columns, boolean element, Expression value) implements Node {}
}
