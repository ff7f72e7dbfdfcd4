package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks everything that compares values, and hands what compares an encrypted column to its index. */
final class ComparisonChecker {
    private final UseChecker checker;
    private final IndexComparison index;
    private final RowComparison rows;
    private final TextComparison texts;
    private final OpenedComparison opened;
    private final String sql;

    ComparisonChecker(UseChecker checker, Rewriting rewriting) {
        this.checker = checker;
        this.index = new IndexComparison(rewriting);
        this.texts = new TextComparison(rewriting);
        this.opened = new OpenedComparison(checker, rewriting);
        this.rows = new RowComparison(checker, index, rewriting);
        this.sql = rewriting.sql();
    }

    void check(Expression.Comparison comparison) {
        if (rows.check(comparison)) {
            return;
        }
        if (cased(comparison)) {
            return;
        }
        Optional<IndexedColumn> left = checker.encrypted(comparison.left());
        Optional<IndexedColumn> right = checker.encrypted(comparison.right());
        if (left.isPresent() && right.isPresent()) {
            IndexComparison.refuseUnlessEquality(comparison.operator(), comparison.span());
            index.columns(left.get(), right.get());
        } else if (left.isPresent()) {
            compared(comparison, left.get(), comparison.right());
        } else if (right.isPresent()) {
            compared(comparison, right.get(), comparison.left());
        } else {
            checker.check(comparison.left(), SqlRefusal.COMPARISON);
            checker.check(comparison.right(), SqlRefusal.COMPARISON);
        }
    }

    /** Takes a truth value that stands for itself; false when it cannot be known. */
    boolean truth(IndexedColumn column) {
        return opened.truth(column);
    }

    /** Takes a range of values; false when its column has no order that is followed. */
    boolean check(Expression.Compound range) {
        return opened.check(range);
    }

    /** {@code UPPER(column) = text} and its kin. */
    private boolean cased(Expression.Comparison comparison) {
        Optional<TextComparison.Tested> left = checker.cased(comparison.left());
        Optional<TextComparison.Tested> right = left.isPresent() ? Optional.empty() : checker.cased(comparison.right());
        left.ifPresent(tested -> texts.compare(comparison, tested, comparison.right()));
        right.ifPresent(tested -> texts.compare(comparison, tested, comparison.left()));
        return left.isPresent() || right.isPresent();
    }

    private void compared(Expression.Comparison comparison, IndexedColumn column, Expression other) {
        Optional<Query> query = query(other);
        if (query.isEmpty() && opened.check(comparison, column, other)) {
            return;
        }
        if (query.isEmpty()) {
            index.value(comparison, column, other);
        } else {
            IndexComparison.refuseUnlessEquality(comparison.operator(), comparison.span());
            terms(List.of(Optional.of(column)), query.get());
        }
    }

    private static Optional<Query> query(Expression expression) {
        return expression instanceof Expression.Subquery subquery && !subquery.exists()
                ? Optional.of(subquery.query())
                : Optional.empty();
    }

    void check(Expression.Distinctness test) {
        Optional<IndexedColumn> left = checker.encrypted(test.left());
        Optional<IndexedColumn> right = checker.encrypted(test.right());
        if (left.isPresent() && right.isPresent()) {
            index.columns(left.get(), right.get());
        } else if (left.isPresent()) {
            index.same(test.span(), left.get(), test.same(), test.right());
        } else if (right.isPresent()) {
            index.same(test.span(), right.get(), test.same(), test.left());
        } else {
            checker.check(test.left(), SqlRefusal.COMPARISON);
            checker.check(test.right(), SqlRefusal.COMPARISON);
        }
    }

    void check(Expression.Membership membership) {
        if (rows.check(membership)) {
            return;
        }
        Optional<IndexedColumn> tested = checker.encrypted(membership.tested());
        if (tested.isEmpty()) {
            checker.check(membership.tested(), SqlRefusal.COMPARISON);
            checker.checkAll(membership.items(), SqlRefusal.COMPARED_WITH);
            return;
        }
        if (opened.check(membership, tested.get())) {
            return;
        }
        List<Optional<IndexedColumn>> columns =
                membership.items().stream().map(checker::encrypted).toList();
        index.membership(membership.span(), tested.get(), membership.negated(), membership.items(), columns);
    }

    void check(Expression.QueryMembership membership) {
        List<Expression> tested = RowComparison.elements(membership.tested()).orElse(List.of(membership.tested()));
        List<Optional<IndexedColumn>> columns = new ArrayList<>();
        for (Expression each : tested) {
            Optional<IndexedColumn> column = checker.encrypted(each);
            if (column.isEmpty()) {
                checker.check(each, SqlRefusal.COMPARED_WITH);
            }
            columns.add(column);
        }
        terms(columns, membership.query());
    }

    void check(Expression.Quantified test) {
        Optional<IndexedColumn> left = checker.encrypted(test.left());
        if (left.isEmpty()) {
            checker.check(test.left(), SqlRefusal.COMPARISON);
            checker.check(test.operand(), SqlRefusal.COMPARISON);
            return;
        }
        IndexComparison.refuseUnlessEquality(test.operator(), test.span());
        Expression operand = unwrapped(test.operand());
        if (query(operand).isPresent()) {
            terms(List.of(left), query(operand).get());
        } else if (test.all() != IndexComparison.unequal(test.operator())) {
            throw SqlRefusal.COMPARISON.at(test.span().start());
        } else if (operand instanceof Expression.Parameter array) {
            index.array(test, left.get(), array);
        } else {
            elements(test, left.get(), operand);
        }
    }

    /** {@code = ANY (ARRAY[..])} is IN, {@code <> ALL (ARRAY[..])} is NOT IN. */
    private void elements(Expression.Quantified test, IndexedColumn column, Expression operand) {
        boolean listed = operand instanceof Expression.Compound
                && sql.regionMatches(true, operand.span().start(), "array[", 0, 6)
                && sql.charAt(operand.span().end() - 1) == ']';
        if (!listed) {
            throw SqlRefusal.COMPARED_WITH.at(operand.span().start());
        }
        List<Expression> items = ((Expression.Compound) operand).operands();
        List<Optional<IndexedColumn>> columns =
                items.stream().map(checker::encrypted).toList();
        index.membership(test.span(), column, test.all(), items, columns);
    }

    private static Expression unwrapped(Expression expression) {
        return expression instanceof Expression.Parenthesised brackets ? unwrapped(brackets.inner()) : expression;
    }

    /** Columns compared with those of a query: each encrypted one with one of the same index. */
    private void terms(List<Optional<IndexedColumn>> tested, Query query) {
        QueryResult result = checker.subquery(query, ListUse.TERMS);
        boolean counted = result.complete() && result.columns().size() == tested.size();
        for (int i = 0; i < tested.size(); i++) {
            Optional<FieldUse> inner =
                    counted && result.columns().get(i).origin().encrypted()
                            ? result.columns().get(i).origin().use()
                            : Optional.empty();
            if (tested.get(i).isPresent() != inner.isPresent()) {
                throw SqlRefusal.COMPARED_WITH.at(query.span().start());
            }
            if (inner.isPresent()) {
                index.replace(tested.get(i).get(), List.of(tested.get(i).get().use(), inner.get()));
            }
        }
        boolean unmatched = !counted
                && result.columns().stream().anyMatch(each -> each.origin().encrypted());
        if (unmatched) {
            throw SqlRefusal.COMPARED_WITH.at(query.span().start());
        }
    }
}
