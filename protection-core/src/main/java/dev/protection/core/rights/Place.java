package dev.protection.core.rights;

import dev.protection.rights.Cursor;

/**
 * Where a job stands among its sources.
 *
 * @param source which source, counted from 0
 * @param cursor where in it
 */
public record Place(int source, String cursor) {
    /** Before the first record of the first source. */
    public static final Place START = new Place(0, Cursor.START.value());

    /**
     * Returns the place after a page.
     *
     * @param next where the source goes on; empty when it is done
     * @return there, or at the start of the next source
     */
    public Place after(java.util.Optional<Cursor> next) {
        return next.map(cursor -> new Place(source, cursor.value()))
                .orElseGet(() -> new Place(source + 1, Cursor.START.value()));
    }
}
