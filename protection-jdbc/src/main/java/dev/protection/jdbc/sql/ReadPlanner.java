package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans a query whose rows the application reads. */
final class ReadPlanner {
    private final Rewriting rewriting;

    ReadPlanner(Rewriting rewriting) {
        this.rewriting = rewriting;
    }

    Plan plan(Query query) {
        CommonTables none = new CommonTables(rewriting.dialect(), Optional.empty());
        if (query.body() instanceof Select && !query.locking()) {
            rewriting.sortable(query.ending());
        }
        QueryResult result = new QueryPlanner(rewriting).plan(query, Optional.empty(), none, ListUse.RESULT);
        if (!rewriting.touchesProtected()) {
            return new Untouched(rewriting.sql());
        }
        List<OutputColumn> columns = new ArrayList<>();
        for (Output output : result.columns()) {
            columns.add(column(columns.size() + 1, output, query, result));
        }
        Optional<SortPlan> sort = rewriting.sort();
        if (sort.isPresent()) {
            query.ending().spans().forEach(this::leaveOut);
        }
        return new QueryPlan(rewriting.checked(), true, rewriting.occurrences(), columns, rewriting.used(), sort);
    }

    /** The database neither sorts nor pages. */
    private void leaveOut(Span clause) {
        if (!rewriting
                .edits()
                .within(new Span(clause.start() + 1, clause.end() - 1))
                .isEmpty()) {
            throw SqlRefusal.ORDER.at(clause.start());
        }
        rewriting.edits().replace(clause, List.of());
    }

    private OutputColumn column(int ordinal, Output output, Query query, QueryResult result) {
        if (output.calculation().isPresent()) {
            return computed(ordinal, output, query, result);
        }
        Optional<FieldUse> use = output.origin().use();
        if (use.isEmpty()) {
            return new OutputColumn(ordinal, output.name(), Optional.empty(), 0);
        }
        Source source = output.origin().source().orElseThrow();
        if (source instanceof PackedSource packed) {
            return OutputColumn.packed(ordinal, output.name(), packed.uses());
        }
        HiddenColumns hidden = hidden(query, result);
        HiddenColumns.Ordinals ordinals = hidden.add(source);
        rewriting.expose(source, ordinals.tenant(), ordinals.subject());
        return new OutputColumn(
                ordinal, output.name(), use, source.number(), source.packed(), List.of(), Optional.empty());
    }

    private static HiddenColumns hidden(Query query, QueryResult result) {
        return result.hidden().orElseThrow(() -> SqlRefusal.STAR.at(query.span().start()));
    }

    private OutputColumn computed(int ordinal, Output output, Query query, QueryResult result) {
        ComputedColumn computed = output.calculation().orElseThrow().fetched(hidden(query, result), rewriting);
        return OutputColumn.computed(ordinal, output.name(), computed);
    }
}
