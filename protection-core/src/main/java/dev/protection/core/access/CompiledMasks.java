package dev.protection.core.access;

import dev.protection.DataMap;
import dev.protection.Purpose;
import dev.protection.access.Mask;
import dev.protection.access.Policy;
import java.util.Map;
import java.util.Optional;

/** What is shown in place of each category under each purpose. Immutable. */
final class CompiledMasks {
    // By purpose and category. A mask of the policy's goes before the one for categories that the purpose does not
    // need.
    private final Optional<Mask>[][] masks;

    @SuppressWarnings({"unchecked", "rawtypes"})
    CompiledMasks(DataMap map, Policy policy, PolicyNumbers numbers) {
        this.masks =
                new Optional[numbers.purposes().size()][numbers.categories().size()];
        for (Purpose purpose : map.purposes().values()) {
            int row = numbers.purposes().of(purpose.name());
            for (String category : numbers.categories().words()) {
                Optional<Mask> declared = Optional.ofNullable(
                        policy.masks().getOrDefault(category, Map.of()).get(purpose.name()));
                masks[row][numbers.categories().of(category)] = declared.or(
                        () -> purpose.categories().contains(category) ? Optional.empty() : Optional.of(Mask.REDACTED));
            }
        }
    }

    Optional<Mask> of(int purpose, int category) {
        return category == CompiledDataset.NO_CATEGORY ? Optional.empty() : masks[purpose][category];
    }
}
