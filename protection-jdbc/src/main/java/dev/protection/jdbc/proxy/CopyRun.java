package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.CopyPlan;
import dev.protection.jdbc.sql.SqlRefusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs INSERT .. SELECT into a protected table: all rows are read before the first is written. */
final class CopyRun extends SeveralRun {
    private final List<Source> sources;

    /** A query and the INSERT of its rows. */
    private record Source(PartRun query, int columns, PartRun insert) {}

    CopyRun(CopyPlan plan, PartRun.Planner planner, ProtectedDatabase database) throws SQLException {
        this(sources(plan, planner, database));
    }

    private CopyRun(List<Source> sources) {
        super(sources.stream()
                .flatMap(source -> List.of(source.query(), source.insert()).stream())
                .toList());
        this.sources = sources;
    }

    private static List<Source> sources(CopyPlan plan, PartRun.Planner planner, ProtectedDatabase database)
            throws SQLException {
        List<Source> sources = new ArrayList<>();
        for (CopyPlan.Source source : plan.sources()) {
            PartRun query = PartRun.of(source.query(), planner, database.dialect());
            PartRun insert = PartRun.of(source.insert(), planner, database.dialect());
            insert.requireSealed(query);
            sources.add(new Source(query, source.columns(), insert));
        }
        return sources;
    }

    @Override
    Changed change(Execution execution, Bindings bindings) throws SQLException {
        List<List<Binding[]>> read = new ArrayList<>();
        for (Source source : sources) {
            List<Binding[]> rows = source.query().rows(execution, bindings);
            if (!rows.isEmpty() && rows.get(0).length != source.columns()) {
                throw SqlErrors.of(SqlRefusal.VALUE_COUNT.at(0));
            }
            read.add(rows);
        }
        long count = 0;
        Optional<ResultSet> keys = Optional.empty();
        for (int i = 0; i < sources.size(); i++) {
            if (!read.get(i).isEmpty()) {
                Outcome.Changes changes =
                        sources.get(i).insert().change(execution, bindings, read.get(i), execution.keys());
                count += sum(changes.counts());
                keys = changes.generatedKeys();
            }
        }
        return new Changed(count, keys);
    }
}
