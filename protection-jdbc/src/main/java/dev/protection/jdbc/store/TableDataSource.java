package dev.protection.jdbc.store;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.SubjectPath;
import dev.protection.SubjectRef;
import dev.protection.encryption.CellOpener;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKeyStore;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RecordRef;
import dev.protection.rights.RunContext;
import dev.protection.rights.SourceDescriptor;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The declared tables, on the store's own connections: past the interceptor, by physical names.
 *
 * <p>Datasets are walked by name and their rows by key, those first that find their person through a row of another: that
 * row must not be gone before them. A page never mixes datasets. What is left of a person is looked
 * for by the text of the columns instead of their comparison.
 */
final class TableDataSource implements PersonalDataSource {
    /** The source's name in records and receipts. */
    static final String ID = "tables";

    private static final int VERSION = 1;

    private final SqlTransactions transactions;
    private final List<Dataset> datasets;
    private final WrappedKeyStore keys;
    private final TableExport export;

    TableDataSource(SqlTransactions transactions, DataMap map, WrappedKeyStore keys, CellOpener opener) {
        this.transactions = transactions;
        this.datasets = map.datasets().values().stream()
                .sorted(Comparator.comparing((Dataset dataset) -> dataset.subject() instanceof SubjectPath.Column)
                        .thenComparing(Dataset::name))
                .toList();
        this.keys = keys;
        this.export = new TableExport(opener);
    }

    /** Makes items of a dataset's page; one page is one transaction. */
    private interface Step<T> {
        List<T> run(SqlSession session, DatasetTable table, List<TableRow> rows) throws SQLException;
    }

    /** Chooses rows. */
    private interface Choice {
        Optional<TableFilter> filter(DatasetTable table);
    }

    @Override
    public SourceDescriptor describe() {
        SortedSet<String> all = new TreeSet<>();
        SortedSet<String> dated = new TreeSet<>();
        for (Dataset dataset : datasets) {
            all.add(dataset.name());
            dataset.retention().ifPresent(rule -> dated.add(dataset.name()));
        }
        return new SourceDescriptor(ID, VERSION, all, dated);
    }

    @Override
    public Page<Found> locate(SubjectRef subject, Cursor after, RunContext run) {
        return walk(datasets, after, run, false, about(subject), (session, table, rows) -> found(table, rows, true));
    }

    @Override
    public Page<Found> older(String dataset, Instant until, Cursor after, RunContext run) {
        List<Dataset> one =
                datasets.stream().filter(each -> each.name().equals(dataset)).toList();
        Choice due = table -> table.since().map(since -> {
            TableFilter filter = new TableFilter(transactions.schema().dialect());
            filter.atMost("t." + since.quoted(), FieldValue.comparable(until, since));
            return filter;
        });
        return walk(
                one,
                after,
                run,
                false,
                due,
                (session, table, rows) -> found(table, rows, true).stream()
                        .filter(row -> !row.fields().isEmpty())
                        .toList());
    }

    @Override
    public Page<ExportItem> export(SubjectRef subject, Cursor after, RunContext run) {
        return walk(datasets, after, run, false, about(subject), (session, table, rows) -> export.items(table, rows));
    }

    @Override
    public Page<RecordOutcome> erase(SubjectRef subject, Cursor after, RunContext run) {
        return walk(datasets, after, run, true, about(subject), (session, table, rows) -> {
            TableErasure erasure = new TableErasure(session, table);
            for (TableRow row : rows) {
                List<Found> one = found(table, List.of(row), true);
                if (!one.isEmpty()) {
                    erasure.plan(row, one.get(0).ref(), run.rule().decide(one.get(0)));
                }
            }
            return erasure.apply();
        });
    }

    @Override
    public Page<Found> verify(SubjectRef subject, Cursor after, RunContext run) {
        Choice asText = table -> table.aboutAsText(transactions.schema().dialect(), subject);
        return walk(
                datasets,
                after,
                run,
                false,
                asText,
                (session, table, rows) -> found(table, rows, false).stream()
                        .filter(row -> !row.fields().isEmpty())
                        .toList());
    }

    @Override
    public long undated(String dataset, RunContext run) {
        return transactions.call(session -> {
            long count = 0;
            for (Dataset each : datasets) {
                Optional<DatasetTable> table =
                        each.name().equals(dataset) ? DatasetTable.find(session, each) : Optional.empty();
                Optional<String> since = table.flatMap(DatasetTable::since).map(PhysicalTable.Column::quoted);
                if (since.isPresent()) {
                    String sql = "SELECT COUNT(*) FROM "
                            + table.orElseThrow().table().quoted() + " WHERE " + since.get() + " IS NULL";
                    count += session.first(sql, row -> row.number(1)).orElse(0L);
                }
            }
            return count;
        });
    }

    @Override
    public Page<SubjectRef> subjects(Cursor after, RunContext run) {
        Choice all = table -> Optional.of(new TableFilter(transactions.schema().dialect()));
        return walk(
                datasets,
                after,
                run,
                false,
                all,
                (session, table, rows) -> rows.stream()
                        .flatMap(row -> row.subject().stream())
                        .distinct()
                        .toList());
    }

    private Choice about(SubjectRef subject) {
        return table -> table.about(transactions.schema().dialect(), subject);
    }

    /** One page of the first dataset, from the cursor on, that has a table with such rows. */
    private <T> Page<T> walk(
            List<Dataset> all, Cursor after, RunContext run, boolean lock, Choice choice, Step<T> step) {
        TableCursor cursor = TableCursor.of(after);
        return transactions.call(session -> {
            for (int at = start(all, cursor); at < all.size(); at++) {
                Optional<DatasetTable> table = DatasetTable.find(session, all.get(at));
                Optional<TableFilter> filter = table.isEmpty() ? Optional.empty() : choice.filter(table.get());
                if (filter.isEmpty()) {
                    continue;
                }
                if (all.get(at).name().equals(cursor.dataset())) {
                    cursor.after()
                            .ifPresent(key -> filter.get().after(table.get().key(), key));
                }
                List<TableRow> rows = TableRow.page(session, table.get(), filter.get(), run.pageSize(), lock);
                if (!rows.isEmpty()) {
                    return new Page<>(step.run(session, table.get(), rows), next(all, at, rows, run.pageSize()));
                }
            }
            return Page.last(List.<T>of());
        });
    }

    private static int start(List<Dataset> all, TableCursor cursor) {
        int at = 0;
        while (at < all.size() && !all.get(at).name().equals(cursor.dataset())) {
            at++;
        }
        return at == all.size() ? 0 : at;
    }

    private static Optional<Cursor> next(List<Dataset> all, int at, List<TableRow> rows, int pageSize) {
        if (rows.size() == pageSize) {
            return Optional.of(TableCursor.after(
                    all.get(at).name(), rows.get(rows.size() - 1).key()));
        }
        return at + 1 == all.size()
                ? Optional.empty()
                : Optional.of(TableCursor.at(all.get(at + 1).name()));
    }

    /** What the rows hold; with cells whose key lives, or only what is readable without any key. */
    private List<Found> found(DatasetTable table, List<TableRow> rows, boolean cells) {
        List<KeyId> ids = rows.stream()
                .flatMap(row -> row.values().stream())
                .flatMap(value -> value.keyId().stream())
                .distinct()
                .map(KeyId::new)
                .toList();
        Map<KeyId, SubjectKey> known = cells ? keys.byId(ids) : Map.of();
        List<Found> found = new ArrayList<>();
        for (TableRow row : rows) {
            SortedSet<String> fields = new TreeSet<>();
            for (FieldValue value : row.values()) {
                if (value.readable() || (cells && isAlive(value, known))) {
                    fields.add(value.place().field().name());
                }
            }
            row.subject().ifPresent(subject -> found.add(new Found(ref(table, row), subject, fields, row.since())));
        }
        return found;
    }

    /** A cell of an unknown key, or bytes that are no cell, count as something: better looked at twice than forgotten. */
    private static boolean isAlive(FieldValue value, Map<KeyId, SubjectKey> known) {
        return value.place().field().encrypt()
                && value.stored().isPresent()
                && value.keyId()
                        .flatMap(id -> Optional.ofNullable(known.get(new KeyId(id))))
                        .filter(key -> key.state() == SubjectKey.State.DESTROYED)
                        .isEmpty();
    }

    static RecordRef ref(DatasetTable table, TableRow row) {
        return new RecordRef(ID, table.dataset().name(), KeyText.join(row.key()));
    }
}
