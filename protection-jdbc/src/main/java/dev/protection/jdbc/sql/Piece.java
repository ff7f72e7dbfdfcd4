package dev.protection.jdbc.sql;

import java.util.List;

/** A part of a {@link Template}. Everything but {@link Text} is rendered when the statement runs. */
public sealed interface Piece {
    /**
     * Text that goes out as it is.
     *
     * @param sql the text
     */
    record Text(String sql) implements Piece {}

    /**
     * A parameter that goes out as it came; renders as {@code ?}.
     *
     * @param logical its number in the application's own statement, from 1
     */
    record Parameter(int logical) implements Piece {}

    /**
     * The sealed value of an encrypted column; renders as {@code ?}, or as the column itself to leave it unchanged in an
     * UPDATE.
     *
     * @param row the row of an INSERT, from 0; always 0 in an UPDATE
     * @param use the field
     * @param value what is sealed
     * @param column the quoted column, which in an UPDATE stands for its present value
     */
    record Cell(int row, FieldUse use, Value value, String column) implements Piece {}

    /**
     * The value of a helper column; renders as {@code ?}, or as the column itself to leave it unchanged in an UPDATE.
     *
     * @param row the row of an INSERT, from 0; always 0 in an UPDATE
     * @param use the indexed field
     * @param value what is indexed
     * @param column the quoted helper column
     */
    record StoredTerm(int row, FieldUse use, Value value, String column) implements Piece {}

    /**
     * The new value of a declared column that is not encrypted, in an UPDATE; renders as the original pieces, or as the
     * column itself to leave it unchanged.
     *
     * @param use the field
     * @param value what is stored
     * @param column the quoted column
     * @param original what the application wrote: text and parameters
     */
    record Clear(FieldUse use, Value value, String column, List<Piece> original) implements Piece {}

    /**
     * The index terms of a value that is searched; renders as {@code ?} or {@code ?, ?, ..}, one per controller, always
     * inside the brackets of an IN list. A null value renders as {@code NULL}.
     *
     * @param use the indexed field
     * @param value what is searched
     */
    record SearchTerms(FieldUse use, Value value) implements Piece {}

    /**
     * The row filter of one table mention; renders as {@code <column> IN (?, ..)}, {@code 1 = 1} or {@code 1 = 0}.
     *
     * @param occurrence the number of the {@link Occurrence}
     */
    record RowFilterPredicate(int occurrence) implements Piece {}

    /**
     * Narrows an UPDATE or DELETE to one row; renders as {@code <key column> = ? AND ..}, or as {@code 1 = 1} when the
     * statement runs once for all rows.
     *
     * @param columns the quoted and qualified key columns, in the order of {@link RowSelection#keyColumns()}
     */
    record KeyPredicate(List<String> columns) implements Piece {}
}
