package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds out what the items of a select list are; spells out stars that would show helper or hidden columns. */
final class ItemsPlanner {
    private final Rewriting rewriting;
    private final Scope scope;
    private final UseChecker checker;
    private final ListUse use;
    private final Optional<Groups> groups;
    private final List<Output> outputs = new ArrayList<>();
    private boolean complete = true;
    private boolean computing;
    private boolean aggregating;

    ItemsPlanner(Rewriting rewriting, Scope scope, UseChecker checker, ListUse use, Optional<Groups> groups) {
        this.rewriting = rewriting;
        this.scope = scope;
        this.checker = checker;
        this.use = use;
        this.groups = groups;
    }

    List<Output> outputs() {
        return outputs;
    }

    /** Lets items be computed after opening: where each row of the result is a row of the tables. */
    ItemsPlanner computing(boolean allowed) {
        computing = allowed && (use == ListUse.RESULT || use == ListUse.TABLE);
        return this;
    }

    /** Lets values of groups be aggregated after opening. */
    ItemsPlanner aggregating(boolean allowed) {
        aggregating = allowed && use == ListUse.RESULT;
        return this;
    }

    /** Whether all columns are known. */
    boolean complete() {
        return complete;
    }

    void plan(List<SelectItem> items, FromPlanner from) {
        for (SelectItem item : items) {
            if (item instanceof SelectItem.Value value) {
                value(value);
            } else {
                star((SelectItem.Star) item, from);
            }
        }
    }

    private void value(SelectItem.Value item) {
        Optional<String> name = item.label().map(this::folded);
        if (unwrapped(item.expression()) instanceof Expression.Column column) {
            Optional<String> shown = name.or(() -> Optional.of(folded(column.last())));
            Origin origin = shown(column, item);
            outputs.add(new Output(
                    shown,
                    origin.calculation().isPresent() ? Origin.PLAIN : origin,
                    Optional.of(item),
                    origin.calculation()));
        } else {
            outputs.add(subquery(item, name).orElseGet(() -> expression(item, name)));
        }
    }

    /** A query in the outermost list may show an encrypted column. */
    private Optional<Output> subquery(SelectItem.Value item, Optional<String> name) {
        boolean query =
                computing && unwrapped(item.expression()) instanceof Expression.Subquery subquery && !subquery.exists();
        if (!query) {
            return Optional.empty();
        }
        Query inner = ((Expression.Subquery) unwrapped(item.expression())).query();
        QueryResult result = checker.subquery(inner, ListUse.SHOWN);
        boolean single = result.complete() && result.columns().size() == 1;
        Origin origin = single ? result.columns().get(0).origin() : Origin.PLAIN;
        boolean packed = origin.encrypted();
        if (!packed && result.columns().stream().anyMatch(Output::sealed)) {
            throw SqlRefusal.SUBQUERY.at(item.span().start());
        }
        return Optional.of(new Output(
                name.or(() -> shownLabel(item, packed ? result.columns().get(0).name() : Optional.empty())),
                packed ? origin : Origin.PLAIN));
    }

    private Optional<String> shownLabel(SelectItem.Value item, Optional<String> inner) {
        boolean changed = use == ListUse.RESULT
                && !rewriting.edits().within(item.expression().span()).isEmpty();
        if (!changed) {
            return Optional.empty();
        }
        return rewriting.dialect() == Dialect.POSTGRESQL ? inner : label(item);
    }

    private Output expression(SelectItem.Value item, Optional<String> name) {
        try {
            checker.check(item.expression(), SqlRefusal.EXPRESSION);
        } catch (SqlRefused refused) {
            boolean computable = (refused.refusal() == SqlRefusal.EXPRESSION && computing)
                    || (refused.refusal() == SqlRefusal.AGGREGATE && aggregating);
            if (!computable) {
                throw refused;
            }
            rewriting.edits().withdraw(item.expression().span());
            return computed(item, name);
        }
        boolean changed = name.isEmpty()
                && use == ListUse.RESULT
                && !rewriting.edits().within(item.expression().span()).isEmpty();
        return Output.written(changed ? label(item) : name, Origin.PLAIN, item);
    }

    /** What the database cannot compute is computed after opening. */
    private Output computed(SelectItem.Value item, Optional<String> name) {
        String standIn = use == ListUse.RESULT ? "NULL" : "1";
        Calculation calculation =
                new FormulaPlanner(rewriting, scope, checker, aggregating).plan(item.expression(), standIn);
        Optional<String> shown = name.or(() -> made(labels -> Optional.of(labels.computed(item.expression()))));
        return new Output(shown, Origin.PLAIN, Optional.empty(), Optional.of(calculation));
    }

    private Optional<String> label(SelectItem.Value item) {
        return made(labels -> labels.of(item.expression()));
    }

    /** A label that is not known is refused when the application asks for it; a query around this one cannot name the column. */
    private Optional<String> made(Function<ItemLabel, Optional<String>> label) {
        try {
            return label.apply(new ItemLabel(rewriting));
        } catch (SqlRefused refused) {
            if (refused.refusal() != SqlRefusal.LABEL) {
                throw refused;
            }
            return use == ListUse.RESULT ? Optional.of(OutputColumn.UNKNOWN_LABEL) : Optional.empty();
        }
    }

    private static Expression unwrapped(Expression expression) {
        return expression instanceof Expression.Parenthesised brackets ? unwrapped(brackets.inner()) : expression;
    }

    private String folded(Name name) {
        return name.quoted() ? name.text() : rewriting.dialect().fold(name.text());
    }

    private Origin shown(Expression.Column column, SelectItem.Value item) {
        List<Origin> origins = scope.resolve(column);
        for (Origin origin : origins) {
            if (origin.helper()) {
                throw SqlRefusal.HELPER_COLUMN.at(column.span().start());
            }
        }
        if (origins.size() != 1) {
            return Origin.PLAIN;
        }
        Origin origin = origins.get(0);
        if (origin.calculation().isPresent()) {
            requireComputing(column.span());
            if (use == ListUse.RESULT) {
                rewriting.edits().replace(item.expression().span(), List.of(new Piece.Text("NULL")));
            }
            return origin;
        }
        if (use == ListUse.TERMS && origin.encrypted()) {
            IndexedColumn shown = new IndexedColumn(column, origin);
            new IndexComparison(rewriting).replace(shown, List.of(shown.use()));
            return origin;
        }
        Origin followed = allowed(origin, column.span(), true);
        return origin.encrypted() && groups.isPresent() && use != ListUse.EXISTENCE
                ? grouped(new IndexedColumn(column, followed), item)
                : followed;
    }

    private Origin grouped(IndexedColumn column, SelectItem.Value item) {
        boolean bare = item.expression().span().equals(column.span());
        if (!bare) {
            throw SqlRefusal.GROUP.at(item.span().start());
        }
        return groups.orElseThrow().shown(column, item.label().isPresent());
    }

    /** What a subquery computes is shown by those around it, or goes on to one around them. */
    private void requireComputing(Span place) {
        if (!computing && use != ListUse.EXISTENCE) {
            throw SqlRefusal.SUBQUERY.at(place.start());
        }
    }

    private Origin allowed(Origin origin, Span place, boolean written) {
        if (origin.calculation().isPresent()) {
            requireComputing(place);
            return origin;
        }
        boolean followed = use == ListUse.RESULT || use == ListUse.TABLE || use == ListUse.EXISTENCE;
        boolean packed = (use == ListUse.COMBINED || use == ListUse.SHOWN) && origin.encrypted() && written;
        if (followed || packed || origin.field().isEmpty()) {
            return origin;
        }
        if (origin.encrypted()) {
            throw (use == ListUse.COMBINED ? SqlRefusal.SET_OPERATION : SqlRefusal.SUBQUERY).at(place.start());
        }
        origin.use().ifPresent(rewriting::use);
        return Origin.PLAIN;
    }

    private void star(SelectItem.Star star, FromPlanner from) {
        boolean merged = from.joinsByColumns() && star.table().isEmpty();
        List<Relation> relations = star.table().isEmpty()
                ? scope.relations()
                : List.of(scope.relation(star.table())
                        .orElseThrow(() -> SqlRefusal.STAR.at(star.span().start())));
        boolean spelled = relations.stream().anyMatch(Relation::holdsProtected) && use != ListUse.EXISTENCE;
        if (spelled && merged && from.merged().isEmpty()) {
            throw SqlRefusal.JOIN_COLUMNS.at(star.span().start());
        }
        List<String> columns = new ArrayList<>();
        Predicate<Output> shown = output -> true;
        if (spelled && merged) {
            MergedColumns first = from.merged().orElseThrow();
            columns.addAll(mergedColumns(first, star.span()));
            shown = output -> !first.holds(output);
        }
        for (Relation relation : relations) {
            if (spelled && !relation.complete()) {
                throw SqlRefusal.STAR.at(star.span().start());
            }
            columns.addAll(expanded(relation, shown, star.span()));
        }
        complete &= !merged || spelled;
        if (spelled) {
            rewriting.star(star.span(), String.join(", ", columns));
            rewriting.edits().replace(star.span(), List.of(new Piece.Text(String.join(", ", columns))));
        }
    }

    private List<String> mergedColumns(MergedColumns merged, Span place) {
        List<String> columns = new ArrayList<>();
        for (Output output : merged.columns()) {
            outputs.add(new Output(output.name(), allowed(output.origin(), place, false)));
            output.name()
                    .ifPresent(name -> columns.add(merged.left().qualifier() + "."
                            + rewriting.dialect().quote(name)));
        }
        return columns;
    }

    private List<String> expanded(Relation relation, Predicate<Output> shown, Span place) {
        complete &= relation.complete();
        List<String> columns = new ArrayList<>();
        for (Output output : relation.columns()) {
            if (!output.origin().helper() && shown.test(output)) {
                Origin origin = allowed(output.origin(), place, false);
                boolean computed = origin.calculation().isPresent();
                outputs.add(new Output(
                        output.name(), computed ? Origin.PLAIN : origin, Optional.empty(), origin.calculation()));
                boolean hidden = computed && use == ListUse.RESULT;
                output.name()
                        .map(rewriting.dialect()::quote)
                        .ifPresent(name -> columns.add(hidden ? "NULL AS " + name : relation.qualifier() + "." + name));
            }
        }
        return columns;
    }
}
