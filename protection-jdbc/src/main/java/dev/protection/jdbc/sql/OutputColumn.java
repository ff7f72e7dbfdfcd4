package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of a result as the application counts them.
 *
 * @param physical its ordinal in the result of the rewritten statement, from 1
 * @param label its label when the statement's text decides it; empty when the database does
 * @param field the declared field it shows; empty for anything else
 * @param occurrence the number of the {@link Occurrence} whose row it comes from; 0 without a field
 * @param packed whether cell and owner come as text: the cell in hexadecimal digits, the owner behind it and a colon
 * @param alternatives the fields it can be of, where each value names its own field and owner; else empty
 * @param computed how it is computed from other columns; then it shows no field of its own
 */
public record OutputColumn(
        int physical,
        Optional<String> label,
        Optional<FieldUse> field,
        int occurrence,
        boolean packed,
        List<FieldUse> alternatives,
        Optional<ComputedColumn> computed) {
    /** The label of a column whose label the database makes up in a way that is not followed; no name is like it. */
    public static final String UNKNOWN_LABEL = "\0";

    /**
     * Checks the parts.
     *
     * @param physical the ordinal
     * @param label the label
     * @param field the field
     * @param occurrence the occurrence
     * @param packed whether cell and owner come as text
     * @param alternatives the fields it can be of
     * @param computed how it is computed
     */
    public OutputColumn {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(field, "field");
        alternatives = List.copyOf(alternatives);
    }

    /**
     * A column whose cell comes as it is stored.
     *
     * @param physical the ordinal
     * @param label the label
     * @param field the field
     * @param occurrence the occurrence
     */
    public OutputColumn(int physical, Optional<String> label, Optional<FieldUse> field, int occurrence) {
        this(physical, label, field, occurrence, false, List.of(), Optional.empty());
    }

    static OutputColumn packed(int physical, Optional<String> label, List<FieldUse> uses) {
        return new OutputColumn(physical, label, Optional.of(uses.get(0)), 0, true, uses, Optional.empty());
    }

    static OutputColumn computed(int physical, Optional<String> label, ComputedColumn computed) {
        return new OutputColumn(physical, label, Optional.empty(), 0, false, List.of(), Optional.of(computed));
    }
}
