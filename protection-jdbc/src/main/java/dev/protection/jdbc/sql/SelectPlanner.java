package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans one SELECT: resolves its tables, checks every clause, places row filters. */
final class SelectPlanner {
    private final Rewriting rewriting;
    private final Optional<Scope> outer;
    private final Scope scope;
    private final CommonTables common;
    private final ListUse use;

    SelectPlanner(Rewriting rewriting, Optional<Scope> outer, CommonTables common, ListUse use) {
        this.rewriting = rewriting;
        this.outer = outer;
        this.scope = new Scope(rewriting.dialect(), outer);
        this.common = common;
        this.use = use;
    }

    QueryResult plan(Select select, List<Expression> order) {
        FromPlanner from = new FromPlanner(rewriting, scope, outer, common);
        from.addAll(select.from());
        ItemsPlanner items = new ItemsPlanner(rewriting, scope, checker(List.of()), use);
        items.plan(select.items(), from.joinsByColumns());
        List<Output> outputs = shown(select, items);
        QueryResult result = new QueryResult(outputs, items.complete(), hidden(select, outputs.size(), items));
        clauses(select, result);
        new OrderChecker(rewriting, scope, common, result).check(order);
        new FilterPlacement(rewriting.edits(), from.sources()).place(select.from(), select.where());
        return result;
    }

    private UseChecker checker(List<Output> labels) {
        return new UseChecker(rewriting, scope, common, labels);
    }

    private Optional<HiddenColumns> hidden(Select select, int visible, ItemsPlanner items) {
        if (select.items().isEmpty() || !items.complete()) {
            return Optional.empty();
        }
        int end = select.items().get(select.items().size() - 1) instanceof SelectItem.Value value
                ? value.label().map(Name::span).orElse(value.span()).end()
                : select.items().get(select.items().size() - 1).span().end();
        return Optional.of(new HiddenColumns(rewriting, end, visible));
    }

    private void clauses(Select select, QueryResult result) {
        UseChecker checker = checker(result.columns());
        select.where().ifPresent(where -> checker.check(where, SqlRefusal.EXPRESSION));
        checker.checkAll(select.distinctOn(), SqlRefusal.DISTINCT);
        checker.checkAll(select.windows(), SqlRefusal.ORDER);
        checker.checkAll(select.group(), SqlRefusal.GROUP);
        checker.checkAll(select.having(), SqlRefusal.GROUP);
    }

    /** In groups and sets, a row of the result is not a row of a table: fields can then be used, but not opened. */
    private List<Output> shown(Select select, ItemsPlanner items) {
        if (use == ListUse.EXISTENCE || use == ListUse.TERMS) {
            return items.outputs();
        }
        if (grouped(select)) {
            return unopened(select, items.outputs(), Set.of(), SqlRefusal.GROUP);
        }
        if (select.distinct() && select.distinctOn().isEmpty()) {
            return unopened(select, items.outputs(), identified(items.outputs()), SqlRefusal.DISTINCT);
        }
        return items.outputs();
    }

    private static boolean grouped(Select select) {
        return !select.group().isEmpty()
                || !select.having().isEmpty()
                || select.items().stream().anyMatch(SelectPlanner::aggregates);
    }

    private static boolean aggregates(SelectItem item) {
        return item instanceof SelectItem.Value value && Aggregates.in(value.expression());
    }

    /** The rows whose whole key is in the list: the list's other columns follow from it. */
    private static Set<Source> identified(List<Output> outputs) {
        return outputs.stream()
                .flatMap(output -> output.origin().source().stream())
                .filter(source -> keyShown(source, outputs))
                .collect(Collectors.toSet());
    }

    private static boolean keyShown(Source source, List<Output> outputs) {
        List<String> key = source.table().key();
        return !key.isEmpty()
                && key.stream()
                        .allMatch(column -> outputs.stream()
                                .anyMatch(output -> output.origin()
                                                .source()
                                                .filter(source::equals)
                                                .isPresent()
                                        && output.origin().column().equals(column)));
    }

    private List<Output> unopened(Select select, List<Output> outputs, Set<Source> followed, SqlRefusal refusal) {
        List<Output> result = new ArrayList<>();
        for (Output output : outputs) {
            Origin origin = output.origin();
            boolean open = origin.field().isEmpty()
                    || followed.contains(origin.source().orElseThrow());
            if (!open && origin.encrypted()) {
                throw refusal.at(select.span().start());
            }
            if (!open) {
                origin.use().ifPresent(rewriting::use);
            }
            result.add(open ? output : new Output(output.name(), Origin.PLAIN));
        }
        return result;
    }
}
