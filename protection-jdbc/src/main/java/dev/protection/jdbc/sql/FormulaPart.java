package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import dev.protection.jdbc.formula.Formula;
import dev.protection.jdbc.formula.Formulas;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operand of a formula.
 *
 * @param type its type; empty for NULL and parameters, which take that of their neighbours
 * @param exact whether equal text is equal byte for byte in the database too
 * @param make makes the formula in a type
 */
record FormulaPart(Optional<FieldType> type, boolean exact, Function<FieldType, Formula> make) {
    static FormulaPart of(Formula formula, boolean exact) {
        return new FormulaPart(Optional.of(formula.type()), exact, type -> formula);
    }

    /** As a value of a type; a whole number is a decimal too. Refused for any other. */
    Formula as(FieldType wanted, Span place) {
        if (type.isEmpty() || type.get() == wanted) {
            return make.apply(wanted);
        }
        if (type.get() == FieldType.INTEGER && wanted == FieldType.DECIMAL) {
            Formula whole = make.apply(FieldType.INTEGER);
            return Formulas.strict(wanted, List.of(whole), (values, row) -> BigDecimal.valueOf((Long) values.get(0)));
        }
        throw SqlRefusal.EXPRESSION.at(place.start());
    }

    /** As text, as the databases write whole numbers and dates. */
    Formula text(Span place) {
        boolean written = type.isPresent() && (type.get() == FieldType.INTEGER || type.get() == FieldType.DATE);
        return written
                ? Formulas.strict(
                        FieldType.TEXT,
                        List.of(make.apply(type.get())),
                        (values, row) -> values.get(0).toString())
                : as(FieldType.TEXT, place);
    }
}
