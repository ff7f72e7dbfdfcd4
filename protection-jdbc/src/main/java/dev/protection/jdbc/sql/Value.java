package dev.protection.jdbc.sql;

import dev.protection.FieldType;
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

    /**
     * A parameter that the statement casts before it compares it.
     *
     * @param logical its number in the application's own statement, from 1
     * @param type to what
     */
    record Cast(int logical, Type type) implements Value {
        /** What a parameter is cast to; none of these changes a value that it takes. */
        public enum Type {
            /** Text of any length. */
            TEXT(FieldType.TEXT),
            /** Whole numbers of 32 bits. */
            INT(FieldType.INTEGER),
            /** Whole numbers of 64 bits. */
            BIGINT(FieldType.INTEGER),
            /** Decimal numbers of any scale. */
            NUMERIC(FieldType.DECIMAL),
            /** Days. */
            DATE(FieldType.DATE),
            /** Times with microseconds. */
            TIMESTAMP(FieldType.TIMESTAMP),
            /** Truth values. */
            BOOLEAN(FieldType.BOOLEAN);

            private final FieldType field;

            Type(FieldType field) {
                this.field = field;
            }

            /** Whether it is the type of a field. */
            boolean of(FieldType other) {
                return field == other;
            }
        }
    }

    /**
     * A text that the statement makes of parameters and literals before it compares it.
     *
     * @param text the text
     */
    record Made(TextValue text) implements Value {}

    /** The literal {@code NULL}. */
    record Null() implements Value {}

    /** The word {@code DEFAULT}, or a column left out. */
    record Default() implements Value {}

    /** A key that the database makes (identity, sequence); known only after the statement ran. */
    record Generated() implements Value {}

    /** An expression that the database computes; only for columns that are not encrypted. */
    record Computed() implements Value {}
}
