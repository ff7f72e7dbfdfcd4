package dev.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold within a {@link DataMap}; finds all problems, not just the first. */
final class DataMapValidation {
    private final Map<String, Purpose> purposes;
    private final Map<String, Dataset> datasets;
    private final Set<String> categories;
    private final List<Problem> problems = new ArrayList<>();

    DataMapValidation(Map<String, Purpose> purposes, Map<String, Category> declared, Map<String, Dataset> datasets) {
        this.purposes = purposes;
        this.datasets = datasets;
        this.categories = new LinkedHashSet<>(Category.standardNames());
        this.categories.addAll(declared.keySet());
    }

    List<Problem> problems() {
        purposes.values().forEach(this::purpose);
        datasets.values().forEach(this::dataset);
        return problems;
    }

    private void purpose(Purpose purpose) {
        String place = "purposes." + purpose.name();
        purpose.categories().forEach(category -> known(place + ".categories", "category", category, categories));
        if (purpose.basis() == LegalBasis.LEGAL_OBLIGATION && purpose.law().isEmpty()) {
            report(place + ".law", "is missing: a legal obligation cites its law");
        }
    }

    private void dataset(Dataset dataset) {
        String place = "datasets." + dataset.name();
        if (dataset.purposes().isEmpty()) {
            report(place + ".purposes", "is missing: say what the data is held for");
        }
        dataset.purposes().forEach(purpose -> known(place + ".purposes", "purpose", purpose, purposes.keySet()));
        if (dataset.mode() != Mode.ENFORCE) {
            report(place + ".mode", "'" + dataset.mode().word() + "' is not yet offered, only 'enforce'");
        }
        dataset.fields().values().forEach(field -> field(place + ".fields." + field.name(), dataset, field));
        if (dataset.retention().isEmpty() && dataset.purposes().stream().anyMatch(this::keeps)) {
            report(place + ".retention", "is missing: a duty to keep counts from its 'since' column");
        }
    }

    private boolean keeps(String purpose) {
        Purpose declared = purposes.get(purpose);
        return declared != null && declared.keepAtLeast().isPresent();
    }

    private void field(String place, Dataset dataset, Field field) {
        known(place + ".category", "category", field.category(), categories);
        if (!field.encrypt() && !field.search().isEmpty()) {
            report(place + ".search", "is only for encrypted fields; a plain column is searched as it is");
        }
        if (field.encrypt() && structural(dataset).contains(field.name())) {
            report(place + ".encrypt", "a key, subject or tenant column cannot be encrypted");
        }
    }

    private static Set<String> structural(Dataset dataset) {
        Set<String> columns = new LinkedHashSet<>(dataset.key());
        columns.add(dataset.subject().column());
        if (dataset.tenant() instanceof TenantPath.Column column) {
            columns.add(column.column());
        }
        dataset.retention().ifPresent(rule -> columns.add(rule.since()));
        return columns;
    }

    private void known(String place, String what, String name, Collection<String> names) {
        if (!names.contains(name)) {
            report(place, "unknown " + what + " '" + name + "'" + NearestWord.hint(name, names));
        }
    }

    private void report(String place, String message) {
        problems.add(new Problem(place, message));
    }
}
