package dev.protection.jdbc.sql;

import java.util.Objects;

/** Where the value of a column or of a comparison comes from. */
public sealed interface Value {
    /**
     * A parameter of the application.
     *
     * @param logical its number in the application's own statement, from 1
     */
    record Param(int logical) implements Value {}

    /**
     * A literal of the statement's text. Its text form hides the value.
     *
     * @param value a {@link String}, {@link java.math.BigDecimal}, {@link Boolean}, {@code byte[]},
     *     {@link java.time.LocalDate} or {@link java.time.LocalDateTime}
     */
    record Literal(Object value) implements Value {
        /**
         * Checks the part.
         *
         * @param value the value
         */
        public Literal {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "Literal[" + value.getClass().getSimpleName() + "]";
        }
    }

    /** The literal {@code NULL}. */
    record Null() implements Value {}

    /** The word {@code DEFAULT}, or a column left out. */
    record Default() implements Value {}

    /** A key that the database makes (identity, sequence); known only after the statement ran. */
    record Generated() implements Value {}

    /** An expression that the database computes; only for columns that are not encrypted. */
    record Computed() implements Value {}
}
