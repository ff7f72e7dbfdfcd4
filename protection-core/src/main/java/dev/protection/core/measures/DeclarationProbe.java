package dev.protection.core.measures;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.TenantPath;
import dev.protection.measures.Control;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Measures what the declaration itself says: which share of fields or datasets a control is over. */
record DeclarationProbe(Control control, DataMap map, Share share) implements Probe {
    /** How a share is counted. */
    interface Share {
        Reading of(DataMap map);
    }

    static List<Probe> all(DataMap map) {
        return List.of(
                new DeclarationProbe(
                        Control.ENCRYPTION,
                        map,
                        fields(
                                "fields-sealed",
                                (dataset, field) -> field.encrypt(),
                                "not every declared field is sealed")),
                new DeclarationProbe(
                        Control.TENANT_SEPARATION,
                        map,
                        datasets(
                                "datasets-with-tenant-column",
                                dataset -> dataset.tenant() instanceof TenantPath.Column,
                                "some datasets belong to one fixed tenant")),
                new DeclarationProbe(
                        Control.DATA_MINIMISATION,
                        map,
                        fields(
                                "fields-needed",
                                (dataset, field) -> needed(map, dataset, field),
                                "some fields are needed by no purpose of their dataset")),
                new DeclarationProbe(
                        Control.STORAGE_LIMITATION,
                        map,
                        datasets(
                                "datasets-with-period",
                                dataset -> dataset.retention()
                                        .flatMap(rule -> rule.eraseAfter())
                                        .isPresent(),
                                "some datasets name no period after which rows are erased")));
    }

    @Override
    public Reading measure() {
        return map.datasets().isEmpty() ? Reading.absent("no dataset is declared") : share.of(map);
    }

    private static Share fields(String what, BiPredicate<Dataset, Field> covered, String reason) {
        return map -> {
            long all = map.datasets().values().stream()
                    .mapToLong(dataset -> dataset.fields().size())
                    .sum();
            long some = map.datasets().values().stream()
                    .mapToLong(dataset -> dataset.fields().values().stream()
                            .filter(field -> covered.test(dataset, field))
                            .count())
                    .sum();
            return Reading.share(what, some, all, reason);
        };
    }

    private static Share datasets(String what, Predicate<Dataset> covered, String reason) {
        return map -> Reading.share(
                what,
                map.datasets().values().stream().filter(covered).count(),
                map.datasets().size(),
                reason);
    }

    private static boolean needed(DataMap map, Dataset dataset, Field field) {
        return dataset.purposes().stream()
                .map(map.purposes()::get)
                .anyMatch(purpose -> purpose.categories().contains(field.category()));
    }
}
