package dev.protection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold within a {@link DataMap}; finds all problems, not just the first. */
final class DataMapValidation {
    private DataMapValidation() {}

    static List<Problem> problems(
            @Nullable Controller controller,
            Map<String, Purpose> purposes,
            Map<String, Category> declared,
            Map<String, Dataset> datasets) {
        Problems problems = new Problems();
        Set<String> categories = new LinkedHashSet<>(Category.standardNames());
        categories.addAll(declared.keySet());
        PurposeRules rules = new PurposeRules(categories, problems);
        if (controller == null) {
            problems.report("controller", "is missing: name who decides why and how the data is processed");
        } else {
            rules.controller(controller);
        }
        purposes.values().forEach(rules::purpose);
        declared.values().forEach(rules::category);
        datasets.values()
                .forEach(new DatasetRules(purposes.keySet(), new FieldRules(categories, problems), problems)::check);
        datasets.values().forEach(new RetentionRules(purposes, problems)::check);
        new CrossRules(datasets.values(), problems).check();
        return problems.found();
    }
}
