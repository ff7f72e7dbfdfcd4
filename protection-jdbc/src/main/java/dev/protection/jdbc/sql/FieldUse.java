package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import java.util.Objects;

/**
 * A declared field of a dataset as a statement uses it.
 *
 * @param dataset the dataset
 * @param field one of its fields
 */
public record FieldUse(Dataset dataset, Field field) {
    /**
     * Checks the parts.
     *
     * @param dataset the dataset
     * @param field one of its fields
     */
    public FieldUse {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(field, "field");
    }
}
