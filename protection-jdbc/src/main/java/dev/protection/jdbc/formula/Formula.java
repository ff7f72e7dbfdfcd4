package dev.protection.jdbc.formula;

import dev.protection.FieldType;
import java.sql.SQLDataException;
import org.jspecify.annotations.Nullable;

/** An expression over opened values. Immutable and safe for use by several threads. */
public interface Formula {
    /**
     * Returns the type of its values.
     *
     * @return one of text, integer, decimal, date and boolean
     */
    FieldType type();

    /**
     * Computes it.
     *
     * @param row the values of one row
     * @return a value of the type's Java class, or null for SQL NULL
     * @throws SQLDataException when the value has no place in the type
     */
    @Nullable
    Object value(Row row) throws SQLDataException;

    /**
     * Tells whether it changes the case of text, so that the database's mapping is needed.
     *
     * @return true for upper and lower
     */
    boolean changesCase();

    /** The values that a formula refers to. */
    interface Row {
        /**
         * Returns a value.
         *
         * @param input the number of the input, from 0
         * @return of the input's type, or null
         */
        @Nullable
        Object input(int input);

        /**
         * Returns how the database changes the case of text.
         *
         * @return the database's own mapping
         */
        CaseMapping cases();
    }
}
