package dev.protection.jdbc.proxy;

import dev.protection.SearchColumn;
import dev.protection.jdbc.sql.FieldUse;
import dev.protection.jdbc.sql.Piece;
import dev.protection.jdbc.sql.TextValue;
import dev.protection.jdbc.sql.Value;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a template needs that only one run of it knows. */
interface Supplies {
    /** The application's own parameters. */
    Bindings bindings();

    /**
     * The sealed value of a field.
     *
     * @param row the row of an INSERT, from 0
     * @param use the field
     * @return null for SQL NULL
     */
    byte @Nullable [] cell(int row, FieldUse use);

    /** What is stored in a helper column beside it, likewise. */
    byte @Nullable [] storedTerm(int row, FieldUse use, SearchColumn kind);

    /** Whether an UPDATE leaves the field as it is. */
    boolean leftOut(FieldUse use);

    /**
     * The index terms to search for.
     *
     * @return empty when SQL NULL is searched
     */
    default List<byte[]> searchTerms(FieldUse use, Value value) throws SQLException {
        return terms(
                use,
                value instanceof Value.Made made ? text(made.text()) : Values.compared(value, use.field(), bindings()));
    }

    /**
     * The index terms of one value.
     *
     * @return empty for SQL NULL
     */
    List<byte[]> terms(FieldUse use, @Nullable Object value) throws SQLException;

    /** Whether all rows that may be reached have one and the same index key for these fields. */
    boolean oneIndex(List<FieldUse> uses);

    /** A text that the statement makes of parameters and literals; null for SQL NULL. */
    @Nullable
    String text(TextValue value) throws SQLException;

    /** What a condition on a text comes to. */
    TextCondition textCondition(Piece.TextMatch match) throws SQLException;

    /** What a condition comes to that is answered after opening. */
    OpenedLists opened(Piece.Opened condition) throws SQLException;

    /** The rows that may be reached at a mention of a protected table. */
    OccurrenceFilter filter(int occurrence);

    /** The key of the one row that is meant; empty when the statement runs once for all. */
    Optional<List<Object>> key();
}
