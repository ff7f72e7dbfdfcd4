package dev.protection.core.access;

import dev.protection.Dataset;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset as numbers.
 *
 * @param ordinal its number
 * @param purposes the purposes it is held for
 * @param categories the category of each field
 * @param fixed the tenant of all its rows, when there is but one
 */
record CompiledDataset(int ordinal, BitSet purposes, Map<String, Integer> categories, Optional<TenantId> fixed) {
    /** What the row itself and its undeclared columns have in place of a category. */
    static final int NO_CATEGORY = -1;

    /** What a field that is not declared has. */
    static final int UNKNOWN_FIELD = -2;

    static CompiledDataset of(int ordinal, Dataset dataset, Ordinals purposes, Ordinals categories) {
        Map<String, Integer> byField = new HashMap<>();
        dataset.fields().forEach((name, field) -> byField.put(name, categories.of(field.category())));
        Optional<TenantId> fixed =
                dataset.tenant() instanceof TenantPath.Fixed path ? Optional.of(path.tenant()) : Optional.empty();
        return new CompiledDataset(ordinal, purposes.bits(dataset.purposes()), Map.copyOf(byField), fixed);
    }

    boolean isHeldFor(int purpose) {
        return purposes.get(purpose);
    }

    int category(Optional<String> field) {
        return field.isEmpty() ? NO_CATEGORY : categories.getOrDefault(field.get(), UNKNOWN_FIELD);
    }
}
