package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of a SELECT are grouped by, by GROUP BY or by DISTINCT.
 *
 * <p>An indexed column is grouped by its term, and one row of each group shows its value. Where the whole key of a table
 * is among the columns, a group has one row of it, whose cells are shown as they are.
 */
final class Groups {
    private final Rewriting rewriting;
    private final Scope scope;
    private final IndexComparison index;
    private final List<Origin> columns = new ArrayList<>();

    Groups(Rewriting rewriting, Scope scope) {
        this.rewriting = rewriting;
        this.scope = scope;
        this.index = new IndexComparison(rewriting);
    }

    /** Finds what GROUP BY names: columns, or items of the list by ordinal or label. */
    void group(Select select, UseChecker checker) {
        List<Expression> meant = new ArrayList<>();
        for (Expression written : select.group()) {
            Expression item = item(written, select).orElse(written);
            meant.add(item);
            column(item).ifPresent(column -> columns.addAll(scope.resolve(column)));
        }
        for (int i = 0; i < meant.size(); i++) {
            grouped(select.group().get(i), meant.get(i), select, checker);
        }
    }

    private void grouped(Expression written, Expression meant, Select select, UseChecker checker) {
        Optional<IndexedColumn> encrypted = checker.encrypted(meant);
        if (encrypted.isEmpty()) {
            checker.check(written, SqlRefusal.GROUP);
        } else if (!identified(encrypted.get().origin())) {
            if (select.groupingSets()) {
                throw SqlRefusal.GROUP.at(written.span().start());
            }
            rewriting.edits().replace(written.span(), term(encrypted.get()));
        } else {
            rewriting.use(encrypted.get().use());
        }
    }

    private List<Piece> term(IndexedColumn column) {
        return index.term(column, List.of(column.use()));
    }

    /** Takes the items of a DISTINCT list as its groups; returns the list that GROUP BY is to have. */
    List<Piece> distinct(Select select, UseChecker checker) {
        List<Expression> items = new ArrayList<>();
        for (SelectItem item : select.items()) {
            if (!(item instanceof SelectItem.Value value) || !repeatable(value.expression())) {
                throw SqlRefusal.DISTINCT.at(item.span().start());
            }
            items.add(value.expression());
            column(value.expression()).ifPresent(column -> columns.addAll(scope.resolve(column)));
        }
        Pieces pieces = new Pieces().text(" GROUP BY ");
        String comma = "";
        for (Expression item : items) {
            Optional<IndexedColumn> encrypted = checker.encrypted(item);
            boolean byTerm =
                    encrypted.isPresent() && !identified(encrypted.get().origin());
            pieces.text(comma);
            if (byTerm && !encrypted.get().field().indexed()) {
                throw SqlRefusal.DISTINCT.at(item.span().start());
            }
            if (byTerm) {
                pieces.addAll(term(encrypted.get()));
            } else {
                pieces.text(item.span().of(rewriting.sql()));
            }
            comma = ", ";
        }
        return pieces.list();
    }

    /** Whether an expression can be written a second time with the same meaning. */
    private boolean repeatable(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return !call.window()
                    && !Functions.aggregate(call)
                    && call.arguments().stream().allMatch(this::repeatable);
        }
        if (expression instanceof Expression.Compound compound) {
            return compound.operands().stream().allMatch(this::repeatable);
        }
        return column(expression).isPresent();
    }

    private static Optional<Expression.Column> column(Expression expression) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return column(brackets.inner());
        }
        return expression instanceof Expression.Column column ? Optional.of(column) : Optional.empty();
    }

    /** The item of the list that a number or a label in GROUP BY means; H2 takes a number as a value. */
    private Optional<Expression> item(Expression written, Select select) {
        if (written instanceof Expression.Literal literal && rewriting.dialect() != Dialect.H2) {
            return ordinal(literal, select);
        }
        boolean bare =
                written instanceof Expression.Column column && column.parts().size() == 1;
        if (!bare || !scope.resolve((Expression.Column) written).contains(Origin.UNKNOWN)) {
            return Optional.empty();
        }
        Name name = ((Expression.Column) written).last();
        return select.items().stream()
                .filter(item -> item instanceof SelectItem.Value value
                        && value.label().isPresent()
                        && name.is(value.label().get(), rewriting.dialect()))
                .map(item -> ((SelectItem.Value) item).expression())
                .findFirst();
    }

    private Optional<Expression> ordinal(Expression.Literal literal, Select select) {
        String digits = literal.span().of(rewriting.sql());
        boolean number = digits.length() < 5 && digits.chars().allMatch(c -> Characters.digit((char) c));
        boolean listed = select.items().stream().allMatch(SelectItem.Value.class::isInstance);
        int at = number ? Integer.parseInt(digits) : 0;
        if (!number || !listed) {
            return Optional.empty();
        }
        return at >= 1 && at <= select.items().size()
                ? Optional.of(((SelectItem.Value) select.items().get(at - 1)).expression())
                : Optional.empty();
    }

    /** Whether the key of its row is among the columns. */
    boolean identified(Origin origin) {
        List<String> key = origin.source().orElseThrow().table().key();
        Set<String> shown = new HashSet<>();
        columns.stream()
                .filter(each -> each.source().equals(origin.source()))
                .forEach(each -> shown.add(each.column()));
        return !key.isEmpty() && shown.containsAll(key);
    }

    /** What an encrypted column of the list shows; puts the cell of one row in its place. */
    Origin shown(IndexedColumn column, boolean labelled) {
        Origin origin = column.origin();
        if (identified(origin)) {
            return origin;
        }
        if (!columns.contains(origin)) {
            throw SqlRefusal.GROUP.at(column.span().start());
        }
        String cell = column.span().of(rewriting.sql());
        GroupSource row =
                new GroupSource(rewriting.nextNumber(), origin.source().orElseThrow(), cell, rewriting.dialect());
        Name name = column.column().last();
        String label = labelled ? "" : " AS " + name.span().of(rewriting.sql());
        rewriting.edits().replace(column.span(), List.of(new Piece.Text(row.firstCell() + label)));
        return origin.through(row);
    }
}
