package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import dev.protection.jdbc.formula.Formula;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column of a result that is computed after the values it needs are opened.
 *
 * @param formula what is computed
 * @param inputs its values, in the order of their numbers
 */
public record ComputedColumn(Formula formula, List<Input> inputs) {
    /**
     * Copies the inputs.
     *
     * @param formula what is computed
     * @param inputs its values
     */
    public ComputedColumn {
        inputs = List.copyOf(inputs);
    }

    /** Where a value comes from. */
    public sealed interface Input {}

    /**
     * A sealed cell.
     *
     * @param use the field
     * @param occurrence the number of the {@link Occurrence} whose row it comes from
     * @param physical its ordinal in the result of the rewritten statement, from 1
     * @param grouped whether cell and owner come as text
     * @param alternatives the fields it can be of, where each value names its own field and owner; else empty
     */
    public record Cell(FieldUse use, int occurrence, int physical, boolean grouped, List<FieldUse> alternatives)
            implements Input {
        /**
         * Copies the fields.
         *
         * @param use the field
         * @param occurrence the occurrence
         * @param physical the ordinal
         * @param grouped whether cell and owner come as text
         * @param alternatives the fields it can be of
         */
        public Cell {
            alternatives = List.copyOf(alternatives);
        }

        static Cell packed(List<FieldUse> uses, int physical) {
            return new Cell(uses.get(0), 0, physical, false, uses);
        }
    }

    /**
     * All values of a group of rows, as one.
     *
     * @param use the field
     * @param cells the ordinal of the list of its cells, each with its owner, from 1
     * @param count the ordinal of their number
     * @param kind what becomes of them
     * @param type the type of the result
     */
    public record Group(FieldUse use, int cells, int count, Kind kind, FieldType type) implements Input {
        /** What becomes of the values. */
        public enum Kind {
            /** The first in order. */
            MIN,
            /** The last in order. */
            MAX,
            /** Their sum. */
            SUM;

            static Optional<Kind> named(String function) {
                return Stream.of(values())
                        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(function))
                        .findFirst();
            }
        }
    }

    /**
     * A value that the database gives.
     *
     * @param physical its ordinal, from 1
     * @param type text, integer or boolean
     */
    public record Stored(int physical, FieldType type) implements Input {}

    /**
     * A parameter of the application.
     *
     * @param logical its number in the application's own statement, from 1
     * @param type text or integer
     */
    public record Param(int logical, FieldType type) implements Input {}
}
