package dev.protection.core.flow;

import dev.protection.DataMap;
import dev.protection.Field;
import dev.protection.SubjectRef;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Instruction;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RecordRef;
import dev.protection.rights.RunContext;
import dev.protection.rights.SourceDescriptor;
import dev.protection.rights.SubjectState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Tables as the declared ones behave: cells stay when shredded, index values and plain values go. */
final class MemorySource implements PersonalDataSource {
    static final int PAGE = 2;

    private final DataMap map;
    final TreeMap<String, Row> rows = new TreeMap<>();
    /** What it was told of persons, as long as something holds. */
    final TreeMap<String, String> told = new TreeMap<>();

    MemorySource(DataMap map) {
        this.map = map;
    }

    static final class Row {
        final String dataset;
        final SubjectRef subject;
        final Optional<Instant> since;
        final TreeMap<String, String> values = new TreeMap<>();
        final TreeMap<String, String> index = new TreeMap<>();

        Row(String dataset, SubjectRef subject, Optional<Instant> since) {
            this.dataset = dataset;
            this.subject = subject;
            this.since = since;
        }

        @Override
        public String toString() {
            return dataset + " " + subject.id() + " " + since + " " + values + " " + index;
        }
    }

    void put(String key, SubjectRef subject, String dataset, Optional<Instant> since, String... fields) {
        Row row = new Row(dataset, subject, since);
        for (String field : fields) {
            row.values.put(field, key + "-" + field);
            if (encrypted(dataset, field)) {
                row.index.put(field, "term");
            }
        }
        rows.put(dataset + "/" + key, row);
    }

    private boolean encrypted(String dataset, String field) {
        return map.dataset(dataset)
                .flatMap(each -> each.field(field))
                .filter(Field::encrypt)
                .isPresent();
    }

    @Override
    public SourceDescriptor describe() {
        SortedSet<String> datasets = new TreeSet<>(map.datasets().keySet());
        return new SourceDescriptor("tables", 1, datasets, datasets);
    }

    @Override
    public void restrict(SubjectState now, RunContext run) {
        told.put(now.subject().id(), now.restricted() + " " + now.objections());
        told.values().removeIf("false []"::equals);
    }

    private <T> Page<T> page(Cursor after, Function<Map.Entry<String, Row>, Optional<T>> each) {
        List<T> items = new ArrayList<>();
        String last = "";
        for (Map.Entry<String, Row> row :
                List.copyOf(rows.tailMap(after.value(), false).entrySet())) {
            if (items.size() == PAGE) {
                return new Page<>(items, Optional.of(new Cursor(last)));
            }
            last = row.getKey();
            each.apply(row).ifPresent(items::add);
        }
        return Page.last(items);
    }

    private static Found found(Map.Entry<String, Row> row, SortedSet<String> fields) {
        RecordRef ref = new RecordRef("tables", row.getValue().dataset, row.getKey());
        return new Found(ref, row.getValue().subject, fields, row.getValue().since);
    }

    private static Optional<Found> ofSubject(Map.Entry<String, Row> row, SubjectRef subject) {
        return row.getValue().subject.equals(subject)
                ? Optional.of(found(row, new TreeSet<>(row.getValue().values.keySet())))
                : Optional.empty();
    }

    @Override
    public Page<Found> locate(SubjectRef subject, Cursor after, RunContext run) {
        return page(after, row -> ofSubject(row, subject));
    }

    @Override
    public long undated(String dataset, RunContext run) {
        return rows.values().stream()
                .filter(row -> row.dataset.equals(dataset) && row.since.isEmpty() && !row.values.isEmpty())
                .count();
    }

    @Override
    public Page<SubjectRef> subjects(Cursor after, RunContext run) {
        return page(after, row -> Optional.of(row.getValue().subject));
    }

    @Override
    public Page<Found> older(String dataset, Instant until, Cursor after, RunContext run) {
        return page(
                after,
                row -> row.getValue().dataset.equals(dataset)
                                && row.getValue()
                                        .since
                                        .filter(at -> !at.isAfter(until))
                                        .isPresent()
                        ? ofSubject(row, row.getValue().subject)
                        : Optional.empty());
    }

    @Override
    public Page<ExportItem> export(SubjectRef subject, Cursor after, RunContext run) {
        return page(
                after,
                row -> ofSubject(row, subject).map(found -> {
                    Map<String, Optional<Object>> values = new LinkedHashMap<>();
                    row.getValue().values.forEach((name, value) -> values.put(name, Optional.of(value)));
                    return new ExportItem(found.ref(), values, Set.of(), Optional.empty());
                }));
    }

    @Override
    public Page<RecordOutcome> erase(SubjectRef subject, Cursor after, RunContext run) {
        return page(
                after,
                row -> ofSubject(row, subject).flatMap(found -> {
                    Instruction instruction = run.rule().decide(found);
                    if (instruction.remove()) {
                        rows.remove(row.getKey());
                    }
                    instruction.shred().forEach(row.getValue().index::remove);
                    instruction.clear().forEach(row.getValue().index::remove);
                    instruction.clear().forEach(row.getValue().values::remove);
                    return instruction.isNothing()
                            ? Optional.empty()
                            : Optional.of(RecordOutcome.erased(found.ref(), found.fields()));
                }));
    }

    @Override
    public Page<Found> verify(SubjectRef subject, Cursor after, RunContext run) {
        return page(after, row -> {
            NavigableSet<String> readable = new TreeSet<>(row.getValue().index.keySet());
            row.getValue().values.keySet().stream()
                    .filter(field -> !encrypted(row.getValue().dataset, field))
                    .forEach(readable::add);
            return row.getValue().subject.equals(subject) && !readable.isEmpty()
                    ? Optional.of(found(row, readable))
                    : Optional.empty();
        });
    }
}
