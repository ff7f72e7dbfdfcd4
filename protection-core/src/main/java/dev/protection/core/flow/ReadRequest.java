package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import java.util.Set;

/**
 * What a read wants of one dataset.
 *
 * @param dataset the dataset
 * @param shown the declared fields whose values are handed out
 * @param used the declared fields that decide something (a predicate, an order): these need unmasked READ
 */
public record ReadRequest(Dataset dataset, Set<Field> shown, Set<Field> used) {
    /**
     * Copies the parts.
     *
     * @param dataset the dataset
     * @param shown the fields handed out
     * @param used the fields that decide
     */
    public ReadRequest {
        shown = Set.copyOf(shown);
        used = Set.copyOf(used);
    }
}
