package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;

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
     * As a column of its declared type, whatever is stored.
     *
     * @param type the type, as far as the declaration of the data knows it
     */
    record Sealed(ColumnType type) implements ColumnFace {}
}
