package dev.protection.jdbc.sql;

import dev.protection.Field;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the value of a column comes from.
 *
 * @param source the protected row it belongs to; empty for anything that is not a plain column of a protected table
 * @param column the physical column of that table, as stored
 * @param field the declared field, if it is one
 * @param helper whether it is a helper column
 * @param calculation how it is computed from opened values, which the database does not know
 */
record Origin(
        Optional<Source> source,
        String column,
        Optional<Field> field,
        boolean helper,
        Optional<Calculation> calculation) {
    Origin(Optional<Source> source, String column, Optional<Field> field, boolean helper) {
        this(source, column, field, helper, Optional.empty());
    }

    static Origin computed(Calculation calculation) {
        return new Origin(Optional.empty(), "", Optional.empty(), false, Optional.of(calculation));
    }

    /** A value that has nothing to do with protected tables, or is computed. */
    static final Origin PLAIN = new Origin(Optional.empty(), "", Optional.empty(), false);

    /** A name that no known table has as a column. */
    static final Origin UNKNOWN = new Origin(Optional.empty(), "?", Optional.empty(), false);

    /** What the catalogue says of the column; empty for anything that is none of a protected table. */
    Optional<Catalogue.Column> stored() {
        return source.flatMap(row -> row.table().table().columns().stream()
                .filter(found -> found.name().equals(column))
                .findFirst());
    }

    /** Whether the database does not know its values: encrypted, or computed from what is. */
    boolean sealed() {
        return encrypted() || calculation.isPresent();
    }

    boolean encrypted() {
        return field.isPresent() && field.get().encrypt();
    }

    Optional<FieldUse> use() {
        return field.flatMap(found -> source.map(row -> new FieldUse(row.table().dataset(), found)));
    }

    /** The same where a subquery shows it; what brings its owner along stays as it is. */
    Origin through(UnaryOperator<Source> outside) {
        Source inner = source.orElseThrow();
        return inner instanceof PackedSource ? this : through(outside.apply(inner));
    }

    Origin through(Source outer) {
        return new Origin(Optional.of(outer), column, field, helper);
    }
}
