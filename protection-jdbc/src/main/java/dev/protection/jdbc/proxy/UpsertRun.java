package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.Part;
import dev.protection.jdbc.sql.UpsertPlan;
import dev.protection.jdbc.sql.UpsertPlan.Counting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows, or changes those that stand in their way. The row in the way is looked for and locked first, so that the
 * person whose values are sealed is known; one that comes in between makes the INSERT fail and the search start again.
 */
final class UpsertRun extends SeveralRun {
    private static final int ATTEMPTS = 3;
    private static final Binding[] NO_ROW = new Binding[0];

    private final List<Row> rows;
    private final UpsertPlan plan;
    private final Optional<ReturnedRun> returned;
    private final Dialect dialect;

    /** The parts of one row. */
    private record Row(
            Optional<PartRun> conflict, PartRun insert, Optional<PartRun> change, Optional<PartRun> assigned) {
        List<PartRun> parts() {
            List<PartRun> parts = new ArrayList<>(List.of(insert));
            conflict.ifPresent(parts::add);
            change.ifPresent(parts::add);
            assigned.ifPresent(parts::add);
            return parts;
        }
    }

    UpsertRun(UpsertPlan plan, PartRun.Planner planner, ProtectedDatabase database) throws SQLException {
        this(
                plan,
                rows(plan, planner, database),
                ReturnedRun.of(plan.returned(), planner, database),
                database.dialect());
    }

    private UpsertRun(UpsertPlan plan, List<Row> rows, Optional<ReturnedRun> returned, Dialect dialect) {
        super(Stream.concat(
                        rows.stream().flatMap(row -> row.parts().stream()),
                        returned.map(ReturnedRun::described).stream())
                .toList());
        this.plan = plan;
        this.rows = rows;
        this.returned = returned;
        this.dialect = dialect;
    }

    @Override
    public List<LogicalColumn> columns() {
        return returned.map(ReturnedRun::columns).orElse(List.of());
    }

    @Override
    public boolean query() {
        return returned.isPresent();
    }

    private static List<Row> rows(UpsertPlan plan, PartRun.Planner planner, ProtectedDatabase database)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (UpsertPlan.Row row : plan.rows()) {
            rows.add(new Row(
                    part(row.conflict(), planner, database),
                    PartRun.of(row.insert(), planner, database.dialect()),
                    part(row.change(), planner, database),
                    part(row.assigned(), planner, database)));
        }
        return rows;
    }

    private static Optional<PartRun> part(Optional<Part> part, PartRun.Planner planner, ProtectedDatabase database)
            throws SQLException {
        return part.isEmpty() ? Optional.empty() : Optional.of(PartRun.of(part.get(), planner, database.dialect()));
    }

    @Override
    Changed change(Execution execution, Bindings bindings) throws SQLException {
        if (rows.size() > 1 && execution.keys() != KeyRequest.NONE) {
            throw SqlErrors.of(
                    JdbcRefusal.value("generated keys of an upsert of several rows", "send them one by one."));
        }
        long count = 0;
        Optional<ResultSet> keys = Optional.empty();
        Touched touched = new Touched();
        for (Row row : rows) {
            Changed changed = retried(execution, bindings, row, touched);
            count += changed.count();
            keys = changed.keys();
        }
        if (returned.isEmpty()) {
            return new Changed(count, keys);
        }
        returned.get().requireFew(touched.shown.size());
        return Changed.shown(returned.get().rows(execution, bindings, touched.shown, true));
    }

    /** The rows that were inserted or changed so far. */
    private static final class Touched {
        private final Set<List<Object>> keys = new HashSet<>();
        private final List<Binding[]> shown = new ArrayList<>();
    }

    private Changed retried(Execution execution, Bindings bindings, Row row, Touched touched) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return one(execution, bindings, row, touched);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || row.conflict().isEmpty() || !violatesUnique(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean violatesUnique(@Nullable SQLException e) {
        return e != null && ("23505".equals(e.getSQLState()) || e.getErrorCode() == 1062);
    }

    private Changed one(Execution execution, Bindings bindings, Row row, Touched touched) throws SQLException {
        List<Binding[]> found = conflicts(execution, bindings, row);
        if (found.isEmpty() || plan.counting() == Counting.REPLACED) {
            return inserted(execution, bindings, row, found, touched);
        }
        if (row.change().isEmpty()) {
            return new Changed(0, Optional.empty());
        }
        if (found.size() > 1 || (plan.counting() == Counting.ONCE && !touched.keys.add(key(found.get(0))))) {
            throw SqlErrors.of(JdbcRefusal.severalConflicts());
        }
        long changed = changed(execution, bindings, row, found.get(0));
        if (changed > 0 || plan.counting() == Counting.CHANGES) {
            touched.shown.add(Arrays.copyOf(found.get(0), plan.keyColumns().size()));
        }
        return new Changed(changed, Optional.empty());
    }

    private static List<Binding[]> conflicts(Execution execution, Bindings bindings, Row row) throws SQLException {
        return row.conflict().isPresent() ? row.conflict().get().rows(execution, bindings) : List.of();
    }

    private Changed inserted(Execution execution, Bindings bindings, Row row, List<Binding[]> before, Touched touched)
            throws SQLException {
        long removed = before.isEmpty()
                ? 0
                : sum(row.change()
                        .orElseThrow()
                        .change(execution, bindings, before, KeyRequest.NONE)
                        .counts());
        Outcome.Changes changes = new AutocommitTransaction(execution.connection())
                .run(() -> row.insert().change(execution, bindings, List.<Binding[]>of(NO_ROW), wanted(execution)));
        if (returned.isPresent()) {
            touched.shown.addAll(
                    new FetchedRows(dialect).plain(changes.generatedKeys().orElseThrow()));
        }
        if (rows.size() > 1 && plan.counting() == Counting.ONCE) {
            for (Binding[] made : conflicts(execution, bindings, row)) {
                touched.keys.add(key(made));
            }
        }
        return new Changed(removed + sum(changes.counts()), changes.generatedKeys());
    }

    private KeyRequest wanted(Execution execution) {
        return returned.isPresent() ? new KeyRequest.Inserted(plan.keyColumns()) : execution.keys();
    }

    private List<Object> key(Binding[] row) throws SQLException {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < plan.keyColumns().size(); i++) {
            key.add("" + row[i].value());
        }
        return key;
    }

    private long changed(Execution execution, Bindings bindings, Row row, Binding[] other) throws SQLException {
        if (execution.keys() != KeyRequest.NONE) {
            throw SqlErrors.of(JdbcRefusal.value("generated keys of an upsert", "the row was there already."));
        }
        List<@Nullable Object> before = assigned(execution, bindings, row, other);
        Outcome.Changes changes =
                row.change().orElseThrow().change(execution, bindings, List.<Binding[]>of(other), KeyRequest.NONE);
        long count = sum(changes.counts());
        if (plan.counting() != Counting.CHANGES) {
            return count;
        }
        return Arrays.deepEquals(
                        before.toArray(),
                        assigned(execution, bindings, row, other).toArray())
                ? 1
                : 2;
    }

    private static List<@Nullable Object> assigned(Execution execution, Bindings bindings, Row row, Binding[] other)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        if (row.assigned().isPresent()) {
            for (Binding[] found : row.assigned().get().rows(execution, bindings, other)) {
                for (Binding value : found) {
                    values.add(value.value());
                }
            }
        }
        return values;
    }
}
