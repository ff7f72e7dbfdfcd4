package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans one SELECT: resolves its tables, checks every clause, places row filters. */
final class SelectPlanner {
    private final Rewriting rewriting;
    private final Optional<Scope> outer;
    private final Scope scope;
    private final CommonTables common;
    private final ListUse use;
    private Optional<Groups> distinctGroups = Optional.empty();

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
        Optional<Groups> groups = grouped(select) ? Optional.of(new Groups(rewriting, scope)) : Optional.empty();
        groups.ifPresent(found -> found.group(select, checker(List.of())));
        Optional<List<Piece>> distinct = groups.isEmpty() ? distinct(select) : Optional.empty();
        UseChecker checker = groups.isPresent() ? checker(List.of()).besideGroups() : checker(List.of());
        ItemsPlanner items = new ItemsPlanner(rewriting, scope, checker, use, groups.or(() -> distinctGroups));
        boolean distinctRows = select.distinct().isPresent();
        items.computing(groups.isEmpty() && !distinctRows)
                .aggregating(groups.isPresent() && !distinctRows && !select.groupingSets())
                .plan(select.items(), from);
        List<Output> outputs = shown(select, items, distinct.isPresent());
        boolean grouping = groups.isPresent() || distinct.isPresent();
        QueryResult result =
                new QueryResult(outputs, items.complete(), hidden(select, outputs.size(), items, grouping));
        clauses(select, result);
        order(select, order, result, grouping);
        Barrier barrier = new Barrier(rewriting, scope);
        rewriting.planned(select, barrier.verdict(select, order));
        new FilterPlacement(rewriting.edits(), from.sources(), barrier, rewriting.dialect())
                .place(select.from(), select.where());
        barrier.groups(select.having());
        barrier.fence(select);
        distinct.ifPresent(list -> replaceDistinct(select, list));
        return result;
    }

    /** What the database cannot sort by is sorted by after opening, where the result's rows are rows of the tables. */
    private void order(Select select, List<Expression> order, QueryResult result, boolean grouping) {
        OrderChecker orders = new OrderChecker(rewriting, scope, common, result);
        try {
            orders.check(order);
        } catch (SqlRefused refused) {
            boolean rows = !grouping && select.distinctOn().isEmpty() && use == ListUse.RESULT;
            Optional<Ending> ending = rows ? rewriting.sortable(order) : Optional.empty();
            if (refused.refusal() != SqlRefusal.ORDER || ending.isEmpty()) {
                throw refused;
            }
            new SortPlanner(rewriting, scope, orders, result)
                    .plan(ending.get(), select.distinct().isPresent());
        }
    }

    /** DISTINCT over encrypted columns whose key is not in the list: the groups of the list instead. */
    private Optional<List<Piece>> distinct(Select select) {
        boolean plain = select.distinct().isPresent() && select.distinctOn().isEmpty();
        boolean shown = use == ListUse.RESULT || use == ListUse.TABLE;
        if (!plain || !shown || !needsGroups(select)) {
            return Optional.empty();
        }
        Groups groups = new Groups(rewriting, scope);
        distinctGroups = Optional.of(groups);
        return Optional.of(groups.distinct(select, checker(List.of())));
    }

    private boolean needsGroups(Select select) {
        List<Origin> shown = new ArrayList<>();
        for (SelectItem item : select.items()) {
            if (item instanceof SelectItem.Value value && value.expression() instanceof Expression.Column column) {
                shown.addAll(scope.resolve(column));
            }
        }
        List<Output> outputs = shown.stream()
                .map(origin -> new Output(Optional.empty(), origin))
                .toList();
        Set<Source> identified = identified(outputs);
        return shown.stream()
                .anyMatch(origin -> origin.encrypted()
                        && !identified.contains(origin.source().orElseThrow()));
    }

    private void replaceDistinct(Select select, List<Piece> groups) {
        rewriting.edits().replace(select.distinct().orElseThrow(), List.of());
        Span last = select.where()
                .map(Expression::span)
                .orElse(select.from().get(select.from().size() - 1).span());
        rewriting.edits().insert(last.end(), groups);
    }

    private UseChecker checker(List<Output> labels) {
        return new UseChecker(rewriting, scope, common, labels);
    }

    private Optional<HiddenColumns> hidden(Select select, int visible, ItemsPlanner items, boolean grouping) {
        if (select.items().isEmpty() || !items.complete()) {
            return Optional.empty();
        }
        int end = select.items().get(select.items().size() - 1) instanceof SelectItem.Value value
                ? value.label().map(Name::span).orElse(value.span()).end()
                : select.items().get(select.items().size() - 1).span().end();
        return Optional.of(
                new HiddenColumns(rewriting, end, visible, grouping ? groupEnd(select) : OptionalInt.empty()));
    }

    /** Where the list of GROUP BY ends, or is to end. */
    private static OptionalInt groupEnd(Select select) {
        if (!select.group().isEmpty()) {
            return OptionalInt.of(
                    select.group().get(select.group().size() - 1).span().end());
        }
        Optional<Span> last = select.where().map(Expression::span);
        if (last.isEmpty() && !select.from().isEmpty()) {
            last = Optional.of(select.from().get(select.from().size() - 1).span());
        }
        return last.isPresent() ? OptionalInt.of(last.get().end()) : OptionalInt.empty();
    }

    private void clauses(Select select, QueryResult result) {
        UseChecker checker = checker(result.columns());
        select.where().ifPresent(where -> checker(result.columns()).choosing().check(where, SqlRefusal.EXPRESSION));
        checker.checkAll(select.distinctOn(), SqlRefusal.DISTINCT);
        checker.checkAll(select.windows(), SqlRefusal.ORDER);
        checker(result.columns()).besideGroups().checkAll(select.having(), SqlRefusal.GROUP);
    }

    /** In groups and sets, a row of the result is not a row of a table: fields can then be used, but not opened. */
    private List<Output> shown(Select select, ItemsPlanner items, boolean distinctGroups) {
        if (use == ListUse.EXISTENCE || use == ListUse.TERMS) {
            return items.outputs();
        }
        boolean leaves = use == ListUse.COMBINED || use == ListUse.SHOWN;
        if (grouped(select) && leaves && items.outputs().stream().anyMatch(Output::sealed)) {
            throw SqlRefusal.GROUP.at(select.span().start());
        }
        if (grouped(select) || distinctGroups) {
            return besideGroups(select, items.outputs());
        }
        if (select.distinct().isPresent() && select.distinctOn().isEmpty()) {
            return unopened(select, items.outputs(), identified(items.outputs()), SqlRefusal.DISTINCT);
        }
        return items.outputs();
    }

    /** Encrypted columns were decided about one by one; a star shows none. */
    private List<Output> besideGroups(Select select, List<Output> outputs) {
        boolean star = select.items().stream().anyMatch(SelectItem.Star.class::isInstance);
        Set<Source> followed = star ? Set.of() : encryptedSources(outputs);
        List<Output> result = new ArrayList<>();
        for (Output output : unopened(select, outputs, followed, SqlRefusal.GROUP)) {
            output.origin().use().filter(used -> !output.origin().encrypted()).ifPresent(rewriting::use);
            result.add(output.sealed() ? output : new Output(output.name(), Origin.PLAIN));
        }
        return result;
    }

    private static Set<Source> encryptedSources(List<Output> outputs) {
        return outputs.stream()
                .filter(output -> output.origin().encrypted())
                .flatMap(output -> output.origin().source().stream())
                .collect(Collectors.toSet());
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
            if (output.calculation().isPresent() && refusal == SqlRefusal.DISTINCT) {
                throw refusal.at(select.span().start());
            }
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
