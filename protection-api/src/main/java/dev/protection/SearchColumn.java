package dev.protection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A helper column beside an encrypted one, by which the database finds rows without seeing the value. Each holds bytes
 * made by a keyed function; what they show is said with {@link Search}.
 */
public enum SearchColumn {
    /** The value's term: equal values have equal terms. */
    INDEX("_index"),
    /** The terms of the value's beginnings, one after the other. */
    PREFIX("_prefix"),
    /** The same where letters that differ in case alone count as one. */
    FOLDED("_folded"),
    /** The same in upper case; only for values with letters whose case is not a matter of two. */
    UPPER("_upper"),
    /** The same in lower case; only for values with letters whose case is not a matter of two. */
    LOWER("_lower");

    private static final Set<Normalise> CASELESS = EnumSet.of(Normalise.CASE, Normalise.EMAIL, Normalise.PHONE);

    private final String suffix;

    SearchColumn(String suffix) {
        this.suffix = suffix;
    }

    /**
     * Returns the columns that a field needs.
     *
     * @param field a field
     * @return in the order in which they stand; none for a field that is not searched by the database
     */
    public static List<SearchColumn> of(Field field) {
        List<SearchColumn> columns = new ArrayList<>();
        if (field.indexed()) {
            columns.add(INDEX);
        }
        if (field.prefixed()) {
            columns.add(PREFIX);
            if (!caseless(field)) {
                columns.addAll(List.of(FOLDED, UPPER, LOWER));
            }
        }
        return columns;
    }

    /**
     * Tells whether a field's values are compared without regard to case anyway.
     *
     * @param field a field
     * @return true when its index says so
     */
    public static boolean caseless(Field field) {
        return field.index().normalise().stream().anyMatch(CASELESS::contains);
    }

    /**
     * Returns the column's name for a field.
     *
     * @param field a field
     * @return for example {@code email_index}
     */
    public String name(Field field) {
        return field.name() + suffix;
    }

    /**
     * Tells whether the column holds the terms of beginnings.
     *
     * @return false for {@link #INDEX}
     */
    public boolean holdsBeginnings() {
        return this != INDEX;
    }
}
