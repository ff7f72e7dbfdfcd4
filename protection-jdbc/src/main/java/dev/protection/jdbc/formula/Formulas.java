package dev.protection.jdbc.formula;

import dev.protection.FieldType;
import java.sql.SQLDataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms that formulas are made of. */
public final class Formulas {
    private Formulas() {}

    /** What a function makes of its arguments, none of which is null. */
    public interface Body {
        /**
         * Computes the function.
         *
         * @param arguments the arguments' values
         * @param row the row at hand
         * @return the value
         * @throws SQLDataException when the value has no place in the type
         */
        Object apply(List<Object> arguments, Formula.Row row) throws SQLDataException;
    }

    private record Computed(FieldType type, boolean changesCase, Evaluation evaluation) implements Formula {
        @Override
        public @Nullable Object value(Row row) throws SQLDataException {
            return evaluation.value(row);
        }
    }

    private static boolean cased(List<Formula> parts) {
        return parts.stream().anyMatch(Formula::changesCase);
    }

    private interface Evaluation {
        @Nullable
        Object value(Formula.Row row) throws SQLDataException;
    }

    /**
     * A value that is the same in every row.
     *
     * @param type its type
     * @param value the value, or null
     * @return the formula
     */
    public static Formula constant(FieldType type, @Nullable Object value) {
        return new Computed(type, false, row -> value);
    }

    /**
     * One of the values of the row.
     *
     * @param type its type
     * @param input its number
     * @return the formula
     */
    public static Formula input(FieldType type, int input) {
        return new Computed(type, false, row -> row.input(input));
    }

    /**
     * A formula whose inputs stand behind others.
     *
     * @param formula the formula
     * @param offset how many others there are
     * @return the same formula
     */
    public static Formula behind(Formula formula, int offset) {
        return new Computed(formula.type(), formula.changesCase(), row -> formula.value(new Shifted(row, offset)));
    }

    private record Shifted(Formula.Row row, int offset) implements Formula.Row {
        @Override
        public @Nullable Object input(int input) {
            return row.input(input + offset);
        }

        @Override
        public CaseMapping cases() {
            return row.cases();
        }
    }

    /**
     * A formula where an input is true, else NULL.
     *
     * @param formula the formula
     * @param condition the number of the input
     * @return the formula, or NULL
     */
    public static Formula where(Formula formula, int condition) {
        return new Computed(
                formula.type(),
                formula.changesCase(),
                row -> Boolean.TRUE.equals(row.input(condition)) ? formula.value(row) : null);
    }

    /**
     * A function that is NULL when one of its arguments is.
     *
     * @param type the type of its values
     * @param arguments its arguments
     * @param body what it computes
     * @return the formula
     */
    public static Formula strict(FieldType type, List<Formula> arguments, Body body) {
        return new Computed(type, cased(arguments), row -> {
            List<Object> values = new ArrayList<>(arguments.size());
            for (Formula argument : arguments) {
                Object value = argument.value(row);
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            return body.apply(values, row);
        });
    }

    /**
     * Text in upper or lower case.
     *
     * @param text the text
     * @param upper which of them
     * @return the formula
     */
    public static Formula cased(Formula text, boolean upper) {
        return new Computed(FieldType.TEXT, true, row -> {
            String value = (String) text.value(row);
            if (value == null) {
                return null;
            }
            return upper ? row.cases().upper(value) : row.cases().lower(value);
        });
    }

    /**
     * A function of those arguments that are not NULL.
     *
     * @param type the type of its values
     * @param arguments its arguments
     * @param body what it computes
     * @return the formula
     */
    public static Formula skippingNulls(FieldType type, List<Formula> arguments, Body body) {
        return new Computed(type, cased(arguments), row -> {
            List<Object> values = new ArrayList<>(arguments.size());
            for (Formula argument : arguments) {
                Object value = argument.value(row);
                if (value != null) {
                    values.add(value);
                }
            }
            return body.apply(values, row);
        });
    }

    /**
     * The first value that is not NULL (COALESCE).
     *
     * @param type the type of all
     * @param arguments in their order
     * @return the formula
     */
    public static Formula first(FieldType type, List<Formula> arguments) {
        return new Computed(type, cased(arguments), row -> {
            for (Formula argument : arguments) {
                Object value = argument.value(row);
                if (value != null) {
                    return value;
                }
            }
            return null;
        });
    }

    /**
     * NULL where two values are equal (NULLIF).
     *
     * @param left the value
     * @param right what it is compared with
     * @return the formula
     */
    public static Formula nullIfEqual(Formula left, Formula right) {
        return new Computed(left.type(), left.changesCase() || right.changesCase(), row -> {
            Object value = left.value(row);
            return value == null || value.equals(right.value(row)) ? null : value;
        });
    }

    /**
     * The value beside the first condition that is true (CASE).
     *
     * @param type the type of the values
     * @param conditions boolean formulas
     * @param values one for each condition, and one more for the case that none is true
     * @return the formula
     */
    public static Formula cases(FieldType type, List<Formula> conditions, List<Formula> values) {
        return new Computed(type, cased(conditions) || cased(values), row -> {
            for (int i = 0; i < conditions.size(); i++) {
                if (Boolean.TRUE.equals(conditions.get(i).value(row))) {
                    return values.get(i).value(row);
                }
            }
            return values.get(conditions.size()).value(row);
        });
    }
}
