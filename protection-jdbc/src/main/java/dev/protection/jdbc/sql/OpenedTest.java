package dev.protection.jdbc.sql;

import java.util.List;

/** A condition on a value of an encrypted column that is answered after opening. */
public sealed interface OpenedTest {
    /**
     * {@code column operator value}.
     *
     * @param operator how they are compared
     * @param value what it is compared with
     */
    record Compared(Operator operator, Value value) implements OpenedTest {
        /** How two values are compared. */
        public enum Operator {
            /** Equal. */
            EQUAL,
            /** Not equal. */
            UNEQUAL,
            /** Before it in order. */
            LESS,
            /** Before it or equal. */
            AT_MOST,
            /** After it in order. */
            GREATER,
            /** After it or equal. */
            AT_LEAST;

            /** The same with the two sides exchanged. */
            Operator turned() {
                return switch (this) {
                    case LESS -> GREATER;
                    case AT_MOST -> AT_LEAST;
                    case GREATER -> LESS;
                    case AT_LEAST -> AT_MOST;
                    default -> this;
                };
            }
        }
    }

    /**
     * {@code column [NOT] IN (values)}.
     *
     * @param values at least one
     * @param negated whether the value is none of them
     */
    record Listed(List<Value> values, boolean negated) implements OpenedTest {
        /**
         * Copies the values.
         *
         * @param values at least one
         * @param negated whether the value is none of them
         */
        public Listed {
            values = List.copyOf(values);
        }
    }

    /**
     * {@code column [NOT] BETWEEN [SYMMETRIC] low AND high}.
     *
     * @param low one end
     * @param high the other end
     * @param negated whether the value lies outside
     * @param symmetric whether the ends may be exchanged
     */
    record Between(Value low, Value high, boolean negated, boolean symmetric) implements OpenedTest {}
}
