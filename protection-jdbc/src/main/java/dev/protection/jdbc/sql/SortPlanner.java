package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans a sort after opening. For each key the database gives the rank of a row, by its own collation; where it cannot
 * know the value it ranks by whether there is one, so that NULLs stand where the database puts them.
 */
final class SortPlanner {
    private static final int MOST_DIGITS = 18;

    private final Rewriting rewriting;
    private final Scope scope;
    private final OrderChecker checker;
    private final QueryResult result;

    SortPlanner(Rewriting rewriting, Scope scope, OrderChecker checker, QueryResult result) {
        this.rewriting = rewriting;
        this.scope = scope;
        this.checker = checker;
        this.result = result;
    }

    /**
     * What an item of ORDER BY means.
     *
     * @param origin where its value comes from
     * @param text how it is written as a column of the tables
     * @param shown its ordinal in the result; 0 when it is not shown
     */
    private record Sorted(Origin origin, String text, int shown) {}

    void plan(Ending ending, boolean distinct) {
        if (!ending.followed()) {
            throw refused(ending.order().get(0));
        }
        HiddenColumns hidden =
                result.hidden().orElseThrow(() -> refused(ending.order().get(0)));
        List<SortPlan.Key> keys = new ArrayList<>();
        for (SortItem item : ending.items()) {
            Sorted sorted = sorted(item.expression());
            if (item.operator() || (distinct && sorted.shown() == 0)) {
                throw refused(item.expression());
            }
            keys.add(key(item, sorted, hidden));
        }
        rewriting.sort(new SortPlan(
                keys, ending.limit().map(this::amount), ending.offset().map(this::amount)));
    }

    private static SqlRefused refused(Expression place) {
        return SqlRefusal.ORDER.at(place.span().start());
    }

    private Sorted sorted(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return ordinal(literal);
        }
        if (!(expression instanceof Expression.Column column)) {
            throw refused(expression);
        }
        List<Integer> labelled = column.parts().size() > 1 ? List.of() : labelled(column.last());
        if (labelled.size() > 1) {
            throw refused(expression);
        }
        if (labelled.size() == 1) {
            Output output = result.columns().get(labelled.get(0));
            String text = output.item().isPresent() ? written(output, expression) : text(column);
            return new Sorted(output.origin(), text, labelled.get(0) + 1);
        }
        List<Origin> origins = scope.resolve(column);
        if (origins.size() != 1 || origins.get(0).equals(Origin.UNKNOWN)) {
            throw refused(expression);
        }
        return new Sorted(origins.get(0), text(column), shown(origins.get(0)));
    }

    /** Where a column of the tables is shown, under whatever label; 0 if it is not. */
    private int shown(Origin origin) {
        for (int i = 0; i < result.columns().size(); i++) {
            Output output = result.columns().get(i);
            boolean bare = output.item().isEmpty() || output.column().isPresent();
            if (bare && origin.source().isPresent() && output.origin().equals(origin)) {
                return i + 1;
            }
        }
        return 0;
    }

    private Sorted ordinal(Expression.Literal literal) {
        String digits = literal.span().of(rewriting.sql());
        boolean number = digits.length() < 5 && digits.chars().allMatch(c -> Characters.digit((char) c));
        int ordinal = number ? Integer.parseInt(digits) : 0;
        if (ordinal < 1 || ordinal > result.columns().size()) {
            throw refused(literal);
        }
        Output output = result.columns().get(ordinal - 1);
        return new Sorted(output.origin(), written(output, literal), ordinal);
    }

    /** A label is matched loosely, and must then be meant exactly. */
    private List<Integer> labelled(Name name) {
        List<Integer> found = new ArrayList<>();
        String exact = name.quoted() ? name.text() : rewriting.dialect().fold(name.text());
        for (int i = 0; i < result.columns().size(); i++) {
            Optional<String> label = result.columns().get(i).name().filter(name::looselyIs);
            if (label.isPresent()) {
                if (rewriting.dialect() != Dialect.MARIADB && !label.get().equals(exact)) {
                    throw SqlRefusal.ORDER.at(name.span().start());
                }
                found.add(i);
            }
        }
        boolean either = rewriting.dialect() == Dialect.H2 && !found.isEmpty();
        if (either && !OrderChecker.relabelled(result.columns(), name).isEmpty()) {
            throw SqlRefusal.ORDER.at(name.span().start());
        }
        return found;
    }

    /** A column of the list, as it is written there or as a star stands for it. */
    private String written(Output output, Expression place) {
        if (output.item().isPresent()) {
            return text(output.column().orElseThrow(() -> refused(place)));
        }
        Source source = output.origin().source().orElseThrow(() -> refused(place));
        String name = output.name().orElseThrow(() -> refused(place));
        return source.qualifier() + "." + rewriting.dialect().quote(name);
    }

    private String text(Expression.Column column) {
        return column.span().of(rewriting.sql());
    }

    private SortPlan.Key key(SortItem item, Sorted sorted, HiddenColumns hidden) {
        if (!sorted.origin().encrypted()) {
            checker.check(item.expression());
            return new SortPlan.Key(rank(sorted.text(), item, hidden), Optional.empty(), item.descending());
        }
        Source source = sorted.origin().source().orElseThrow();
        FieldUse use = sorted.origin().use().orElseThrow();
        requireSortable(use.field(), item.expression());
        if (source.packed() || source instanceof PackedSource) {
            throw refused(item.expression());
        }
        HiddenColumns.Ordinals owner = hidden.add(source);
        rewriting.expose(source, owner.tenant(), owner.subject());
        rewriting.use(use);
        int cell = sorted.shown() > 0 ? sorted.shown() : hidden.addValue(List.of(new Piece.Text(sorted.text())));
        int rank = rank("CASE WHEN " + sorted.text() + " IS NOT NULL THEN 0 END", item, hidden);
        return new SortPlan.Key(
                rank,
                Optional.of(new ComputedColumn.Cell(use, source.number(), cell, false, List.of())),
                item.descending());
    }

    private static int rank(String expression, SortItem item, HiddenColumns hidden) {
        String rank = "DENSE_RANK() OVER (ORDER BY " + expression + item.direction() + ")";
        return hidden.addValue(List.of(new Piece.Text(rank)));
    }

    private void requireSortable(Field field, Expression place) {
        if (!field.search().contains(Search.ORDER) || field.type() == FieldType.BYTES) {
            throw refused(place);
        }
        OpenedComparison.requireOrder(rewriting, field, place.span());
    }

    private SortPlan.Amount amount(Expression amount) {
        if (amount instanceof Expression.Parameter parameter) {
            return new SortPlan.Amount(parameter.logical(), 0);
        }
        String digits = amount.span().of(rewriting.sql());
        boolean number = amount instanceof Expression.Literal
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> Characters.digit((char) c));
        if (!number) {
            throw refused(amount);
        }
        return new SortPlan.Amount(0, Long.parseLong(digits));
    }
}
