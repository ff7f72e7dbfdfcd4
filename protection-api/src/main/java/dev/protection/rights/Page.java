package dev.protection.rights;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some items and where the next ones begin.
 *
 * @param items may be empty even when there are more
 * @param next empty when there are no more
 * @param <T> what it is a page of
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
    /**
     * Copies the parts.
     *
     * @param items the items
     * @param next where the next page begins
     */
    public Page {
        Objects.requireNonNull(next, "next");
        items = List.copyOf(items);
    }

    /**
     * Returns a page after which there are no more.
     *
     * @param items the items
     * @param <T> what it is a page of
     * @return the page
     */
    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, Optional.empty());
    }
}
