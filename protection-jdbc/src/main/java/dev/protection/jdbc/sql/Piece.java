package dev.protection.jdbc.sql;

import dev.protection.SearchColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * @param use the searched field
     * @param kind which of its helper columns
     * @param value what is indexed
     * @param column the quoted helper column
     */
    record StoredTerm(int row, FieldUse use, SearchColumn kind, Value value, String column) implements Piece {}

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
     * A comparison that is never unknown; renders as {@code column IS NULL} for a null value, else as {@code column IS
     * NOT NULL AND column IN (?, ..)}, always inside brackets.
     *
     * @param use the indexed field
     * @param value what is searched
     * @param column the helper column as it is written there
     */
    record SameTerms(FieldUse use, Value value, String column) implements Piece {}

    /**
     * A comparison with the elements of an array; renders as {@code column [NOT] IN (?, ..)}, or as the truth value that
     * an empty or a missing array has.
     *
     * @param use the indexed field
     * @param logical the parameter that holds the array
     * @param column the helper column as it is written there
     * @param negated whether it is {@code <> ALL} and not {@code = ANY}
     */
    record ArrayTerms(FieldUse use, int logical, String column, boolean negated) implements Piece {}

    /**
     * Renders as nothing, or refuses the statement when its rows have more than one index key for the fields: only under
     * one key do equal terms mean equal values.
     *
     * @param uses the indexed fields whose terms are compared with each other
     * @param place where in the application's text
     */
    record OneIndex(List<FieldUse> uses, int place) implements Piece {
        /**
         * Copies the parts.
         *
         * @param uses the fields
         * @param place the place
         */
        public OneIndex {
            uses = List.copyOf(uses);
        }

        /**
         * The refusal of a statement that reaches several keys.
         *
         * @return the exception to throw
         */
        public SqlRefused refused() {
            return SqlRefusal.INDEX_SCOPE.at(place);
        }
    }

    /**
     * A condition on the text of an encrypted column; renders as a condition on its columns of beginnings that is true,
     * false or unknown where the original one is.
     *
     * @param use the field
     * @param form in which case its value is compared
     * @param text the pattern or the text
     * @param how how they are compared
     * @param columns the quoted and qualified helper columns
     * @param opened the column itself, where its values may be opened for what the helper columns do not tell
     */
    record TextMatch(
            FieldUse use,
            Form form,
            TextValue text,
            How how,
            Map<SearchColumn, String> columns,
            Optional<OpenedColumn> opened)
            implements Piece {
        /** In which case a value is compared. */
        public enum Form {
            /** As it is. */
            EXACT,
            /** In upper case. */
            UPPER,
            /** In lower case. */
            LOWER
        }

        /**
         * How value and text are compared.
         *
         * @param pattern whether the text is a pattern of LIKE; else both must be equal
         * @param negated whether the opposite is asked
         * @param escape the escape character of the pattern; empty for the database's own
         */
        public record How(boolean pattern, boolean negated, Optional<TextValue> escape) {}
    }

    /**
     * A condition that is answered after opening; renders as a condition on the cells that is true, false or unknown where
     * the original one is.
     *
     * @param cells the column
     * @param test what its values must meet
     */
    record Opened(OpenedColumn cells, OpenedTest test) implements Piece {}

    /**
     * The row filter of one table mention; renders as {@code <column> IN (?, ..)}, {@code 1 = 1} or {@code 1 = 0}.
     *
     * @param occurrence the number of the {@link Occurrence}
     */
    record RowFilterPredicate(int occurrence) implements Piece {}

    /**
     * One half of what keeps a loud condition from rows outside the filter; renders as {@code CASE WHEN filters THEN (} or
     * as {@code ) ELSE FALSE END}. Renders as nothing when the filters leave no row out, or when all that could fail is a
     * parameter that is not text, and it is text.
     *
     * @param opens whether it stands before the condition
     * @param guards the filters
     * @param texts the parameters that make the condition loud unless they are bound as text; empty when it is loud anyhow
     */
    record Barrier(boolean opens, List<Guard> guards, Set<Integer> texts) implements Piece {}

    /**
     * A row filter of a {@link Barrier}.
     *
     * @param occurrence the number of the {@link Occurrence}
     * @param absent a column that is NULL where an outer join found no row; empty when there is always one
     */
    record Guard(int occurrence, Optional<String> absent) {}

    /**
     * Narrows an UPDATE or DELETE to one row; renders as {@code <key column> = ? AND ..}, or as {@code 1 = 1} when the
     * statement runs once for all rows.
     *
     * @param columns the quoted and qualified key columns, in the order of {@link RowSelection#keyColumns()}
     */
    record KeyPredicate(List<String> columns) implements Piece {}
}
