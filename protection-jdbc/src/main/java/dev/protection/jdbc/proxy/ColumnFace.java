package dev.protection.jdbc.proxy;

import dev.protection.FieldType;

/** How a stored column looks to the application. */
sealed interface ColumnFace {
    /** As it is stored. */
    ColumnFace PLAIN = new Plain();

    /** Not at all: a helper of the library. */
    ColumnFace HIDDEN = new Hidden();

    /** As it is stored. */
    record Plain() implements ColumnFace {}

    /** Not at all. */
    record Hidden() implements ColumnFace {}

    /**
     * As a column of the field's type, whatever is stored.
     *
     * @param type the field's type
     */
    record Sealed(FieldType type) implements ColumnFace {}
}
