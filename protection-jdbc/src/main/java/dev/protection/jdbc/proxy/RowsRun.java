package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.RowsPlan;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs an UPDATE or DELETE row by row: finds and locks the rows, computes their new values, changes each by its key. */
final class RowsRun extends SeveralRun {
    private final PartRun query;
    private final PartRun change;
    private final RowsPlan plan;
    private final Optional<ReturnedRun> returned;

    RowsRun(RowsPlan plan, PartRun.Planner planner, ProtectedDatabase database) throws SQLException {
        this(
                PartRun.of(plan.query(), planner, database.dialect()),
                PartRun.of(plan.change(), planner, database.dialect()),
                plan,
                ReturnedRun.of(plan.returned(), planner, database));
    }

    private RowsRun(PartRun query, PartRun change, RowsPlan plan, Optional<ReturnedRun> returned) throws SQLException {
        super(List.of(query, change));
        change.requireSealed(query);
        this.query = query;
        this.change = change;
        this.plan = plan;
        this.returned = returned;
    }

    @Override
    Changed change(Execution execution, Bindings bindings) throws SQLException {
        List<Binding[]> rows = distinct(query.rows(execution, bindings));
        if (returned.isPresent()) {
            return Changed.shown(returned(execution, bindings, rows));
        }
        if (rows.isEmpty()) {
            return new Changed(0, Optional.empty());
        }
        Outcome.Changes changes = change.change(execution, bindings, rows, KeyRequest.NONE);
        return new Changed(sum(changes.counts()), Optional.empty());
    }

    /** Rows that go are read before, others after. */
    private Outcome returned(Execution execution, Bindings bindings, List<Binding[]> rows) throws SQLException {
        ReturnedRun shown = returned.orElseThrow();
        shown.requireFew(rows.size());
        if (plan.removes()) {
            Outcome before = shown.rows(execution, bindings, rows, false);
            send(execution, bindings, rows);
            return before;
        }
        send(execution, bindings, rows);
        return shown.rows(execution, bindings, rows, false);
    }

    private void send(Execution execution, Bindings bindings, List<Binding[]> rows) throws SQLException {
        if (!rows.isEmpty()) {
            change.change(execution, bindings, rows, KeyRequest.NONE);
        }
    }

    @Override
    public List<LogicalColumn> columns() {
        return returned.map(ReturnedRun::columns).orElse(List.of());
    }

    @Override
    public boolean query() {
        return returned.isPresent();
    }

    /** A join may give a row several times; it is changed once. */
    private List<Binding[]> distinct(List<Binding[]> rows) throws SQLException {
        Map<List<Object>, Binding[]> byKey = new LinkedHashMap<>();
        for (Binding[] row : rows) {
            List<Object> key = new ArrayList<>();
            for (int i = 0; i < plan.keyColumns(); i++) {
                key.add("" + row[i].value());
            }
            byKey.putIfAbsent(key, row);
        }
        return List.copyOf(byKey.values());
    }
}
