package dev.protection.rights;

import java.util.Objects;

/**
 * The name of one record of a source: a row, a file.
 *
 * @param source the id of the source
 * @param dataset the dataset it belongs to: a declared one, or a word of the source for data outside the declaration
 * @param key what the source finds it by; it may be personal data, so {@link #toString()} leaves it out
 */
public record RecordRef(String source, String dataset, String key) {
    /**
     * Checks the parts.
     *
     * @param source the source
     * @param dataset the dataset
     * @param key the key
     */
    public RecordRef {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return "record of " + dataset + " in " + source;
    }
}
