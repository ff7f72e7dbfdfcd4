package dev.protection.jdbc.store;

import dev.protection.rights.Cursor;
import java.util.List;
import java.util.Optional;

/** Where the walk over the tables goes on: a dataset, and the key after which. */
record TableCursor(String dataset, Optional<List<String>> after) {
    private static final char BREAK = '\n';

    /** Reads a cursor; the start is before every dataset. */
    static TableCursor of(Cursor cursor) {
        int end = cursor.value().indexOf(BREAK);
        return end < 0
                ? new TableCursor(cursor.value(), Optional.empty())
                : new TableCursor(
                        cursor.value().substring(0, end),
                        Optional.of(KeyText.split(cursor.value().substring(end + 1))));
    }

    static Cursor at(String dataset) {
        return new Cursor(dataset);
    }

    static Cursor after(String dataset, List<String> key) {
        return new Cursor(dataset + BREAK + KeyText.join(key));
    }

    @Override
    public String toString() {
        return "TableCursor in " + dataset;
    }
}
