package dev.protection;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold within one dataset. */
final class DatasetRules {
    private final Collection<String> purposes;
    private final NameRules names;
    private final FieldRules fields;
    private final Problems problems;

    DatasetRules(Collection<String> purposes, FieldRules fields, Problems problems) {
        this.purposes = purposes;
        this.fields = fields;
        this.names = new NameRules(problems);
        this.problems = problems;
    }

    void check(Dataset dataset) {
        String place = "datasets." + dataset.name();
        names.word(place, "dataset", dataset.name());
        names.table(place + ".table", dataset.table());
        key(place + ".key", dataset);
        if (dataset.purposes().isEmpty()) {
            problems.report(place + ".purposes", "is missing: say what the data is held for");
        }
        dataset.purposes().forEach(purpose -> problems.known(place + ".purposes", "purpose", purpose, purposes));
        paths(place, dataset);
        if (dataset.mode() != Mode.ENFORCE) {
            problems.report(place + ".mode", "'" + dataset.mode().word() + "' is not yet offered, only 'enforce'");
        }
        if (dataset.audit() == AuditMode.STRICT) {
            problems.report(place + ".audit", "'strict' is not yet offered, only 'standard' and 'buffered'");
        }
        dataset.retention().ifPresent(rule -> names.column(place + ".retention.since", rule.since()));
        dataset.fields().forEach((name, field) -> fields.check(place + ".fields." + name, field));
        columns(place, dataset);
    }

    private void key(String place, Dataset dataset) {
        Set<String> seen = new HashSet<>();
        for (String column : dataset.key()) {
            names.column(place, column);
            if (!seen.add(folded(column))) {
                problems.report(place, "names '" + column + "' twice");
            }
        }
    }

    private void paths(String place, Dataset dataset) {
        SubjectPath subject = dataset.subject();
        names.word(place + ".subject", "kind of person", subject.kind());
        names.column(place + ".subject." + subject.kind(), subject.column());
        if (subject instanceof SubjectPath.Via via) {
            names.table(place + ".subject." + via.kind(), via.table());
            names.column(place + ".subject." + via.kind(), via.tableColumn());
        }
        if (dataset.tenant() instanceof TenantPath.Column column) {
            names.column(place + ".tenant", column.column());
        }
    }

    private void columns(String place, Dataset dataset) {
        Map<String, String> seen = new HashMap<>();
        Set<String> structural = structural(dataset);
        for (Field field : dataset.fields().values()) {
            String before = seen.putIfAbsent(folded(field.name()), field.name());
            if (before != null) {
                problems.report(place + ".fields." + field.name(), "is the same column as '" + before + "'");
            }
            if (field.encrypt() && structural.contains(folded(field.name()))) {
                problems.report(
                        place + ".fields." + field.name() + ".encrypt",
                        "a key, subject, tenant or 'since' column cannot be encrypted");
            }
        }
        dataset.fields().values().forEach(field -> helper(place, field, seen, structural));
    }

    private void helper(String place, Field field, Map<String, String> declared, Set<String> structural) {
        for (SearchColumn column : SearchColumn.of(field)) {
            String helper = folded(column.name(field));
            if (declared.containsKey(helper) || structural.contains(helper)) {
                problems.report(
                        place + ".fields." + field.name() + ".search",
                        "needs the column name '" + column.name(field) + "' for its index, which is declared already");
            }
        }
    }

    static Set<String> structural(Dataset dataset) {
        Set<String> columns = new LinkedHashSet<>(dataset.key());
        columns.add(dataset.subject().column());
        if (dataset.tenant() instanceof TenantPath.Column column) {
            columns.add(column.column());
        }
        dataset.retention().map(RetentionRule::since).ifPresent(columns::add);
        Set<String> folded = new LinkedHashSet<>();
        columns.forEach(column -> folded.add(folded(column)));
        return folded;
    }

    static String folded(String identifier) {
        return identifier.toLowerCase(Locale.ROOT);
    }

    static Optional<Field> column(Dataset dataset, String column) {
        return dataset.fields().values().stream()
                .filter(field -> field.name().equalsIgnoreCase(column))
                .findFirst();
    }
}
