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
     * @param upsert whether it may also update, replace or ignore
     */
    record Insert(
            Span span,
            List<Query.CommonTable> with,
            TableReference table,
            List<Name> columns,
            List<List<Expression>> values,
            Optional<Query> query,
            Optional<Span> upsert,
            List<Assignment> upsertAssignments,
            List<Expression> upsertExpressions,
            List<SelectItem> returning)
            implements Statement {}

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

    /** {@code MERGE}: what it reads and writes, without its structure. */
    record Merge(
            Span span,
            List<Query.CommonTable> with,
            TableReference table,
            Optional<FromItem> using,
            List<Expression> expressions,
            List<Assignment> assignments)
            implements Statement {}

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
