package dev.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What must hold between datasets: tables, paths over other tables, and joined index groups. */
final class CrossRules {
    private final Collection<Dataset> datasets;
    private final Problems problems;

    CrossRules(Collection<Dataset> datasets, Problems problems) {
        this.datasets = datasets;
        this.problems = problems;
    }

    void check() {
        tables();
        datasets.forEach(this::via);
        groups();
    }

    private void tables() {
        List<Dataset> before = new ArrayList<>();
        for (Dataset dataset : datasets) {
            for (Dataset other : before) {
                if (mayBeSame(dataset.table(), other.table())) {
                    problems.report(
                            "datasets." + dataset.name() + ".table",
                            "'" + dataset.table() + "' may be the same table as '" + other.table()
                                    + "' of the dataset '" + other.name()
                                    + "'; a table has one dataset, and schemas are named in both or neither");
                }
            }
            before.add(dataset);
        }
    }

    private void via(Dataset dataset) {
        if (!(dataset.subject() instanceof SubjectPath.Via via)) {
            return;
        }
        String place = "datasets." + dataset.name() + ".subject." + via.kind();
        Optional<Dataset> target = datasets.stream()
                .filter(other -> mayBeSame(other.table(), via.table()))
                .findFirst();
        if (target.isEmpty()) {
            List<String> tables = datasets.stream().map(Dataset::table).toList();
            problems.report(
                    place,
                    "the table '" + via.table()
                            + "' has no dataset; declare one, so that its rows are locked and kept in" + " step"
                            + NearestWord.hint(via.table(), tables));
            return;
        }
        if (target.get().subject() instanceof SubjectPath.Via) {
            problems.report(
                    place,
                    "goes over '" + via.table() + "', which itself names its person over another table; one hop");
        }
        DatasetRules.column(target.get(), via.tableColumn())
                .filter(Field::encrypt)
                .ifPresent(field ->
                        problems.report(place, "'" + field.name() + "' of '" + via.table() + "' is encrypted there"));
    }

    private void groups() {
        Map<String, Member> first = new TreeMap<>();
        for (Dataset dataset : datasets) {
            for (Field field : dataset.fields().values()) {
                field.index().group().ifPresent(group -> {
                    Member member = new Member(dataset.name() + "." + field.name(), field);
                    Member before = first.putIfAbsent(group, member);
                    if (before != null) {
                        join("datasets." + dataset.name() + ".fields." + field.name(), before, member);
                    }
                });
            }
        }
    }

    private void join(String place, Member before, Member now) {
        String group = "the index group shared with '" + before.name() + "' needs the same ";
        if (before.field().type() != now.field().type()) {
            problems.report(
                    place + ".type", group + "type: " + before.field().type().word());
        }
        if (before.field().index().scope() != now.field().index().scope()) {
            problems.report(
                    place + ".index-scope",
                    group + "scope: " + before.field().index().scope().word());
        }
        if (!before.field().index().normalise().equals(now.field().index().normalise())) {
            problems.report(place + ".normalise", group + "normalisation");
        }
    }

    /** A table named without its schema may be any of that name. */
    private static boolean mayBeSame(String left, String right) {
        String a = DatasetRules.folded(left);
        String b = DatasetRules.folded(right);
        return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
    }

    private record Member(String name, Field field) {}
}
