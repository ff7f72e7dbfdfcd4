package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ReturningPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Inserts rows and shows them: what the database made of them is read by their keys. */
final class ReturningRun extends SeveralRun {
    private static final Binding[] NO_ROW = new Binding[0];

    private final PartRun insert;
    private final ReturnedRun returned;
    private final ReturningPlan plan;
    private final FetchedRows fetched;

    ReturningRun(ReturningPlan plan, PartRun.Planner planner, ProtectedDatabase database) throws SQLException {
        this(
                plan,
                PartRun.of(plan.insert(), planner, database.dialect()),
                ReturnedRun.of(plan.returned(), planner, database),
                new FetchedRows(database.dialect()));
    }

    private ReturningRun(ReturningPlan plan, PartRun insert, ReturnedRun returned, FetchedRows fetched) {
        super(List.of(insert, returned.described()));
        this.plan = plan;
        this.insert = insert;
        this.returned = returned;
        this.fetched = fetched;
    }

    @Override
    public List<LogicalColumn> columns() {
        return returned.columns();
    }

    @Override
    public boolean query() {
        return true;
    }

    @Override
    Changed change(Execution execution, Bindings bindings) throws SQLException {
        KeyRequest keys = new KeyRequest.Inserted(plan.keyColumns());
        Optional<ResultSet> made = insert.change(execution, bindings, List.<Binding[]>of(NO_ROW), keys)
                .generatedKeys();
        List<Binding[]> rows = fetched.plain(made.orElseThrow());
        returned.requireFew(rows.size());
        return Changed.shown(returned.rows(execution, bindings, rows, true));
    }
}
