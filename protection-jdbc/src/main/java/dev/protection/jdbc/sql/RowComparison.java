package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/**
 * Compares rows of values of which some are encrypted, element by element.
 *
 * <p>{@code (a, b) = (c, d)} is {@code a = c AND b = d}, {@code <>} is {@code a <> c OR b <> d}, and IN is an OR of the
 * former, in three-valued logic too (SQL:2016, 8.2 and 8.4).
 */
final class RowComparison {
    private final UseChecker checker;
    private final IndexComparison index;
    private final Rewriting rewriting;

    RowComparison(UseChecker checker, IndexComparison index, Rewriting rewriting) {
        this.checker = checker;
        this.index = index;
        this.rewriting = rewriting;
    }

    /** The elements of a row written in brackets. */
    static Optional<List<Expression>> elements(Expression expression) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return elements(brackets.inner());
        }
        return expression instanceof Expression.Compound row && row.kind() == Expression.Compound.Kind.ROW
                ? Optional.of(row.operands())
                : Optional.empty();
    }

    /** Takes the comparison of two rows; false when it is none, or nothing in it is encrypted. */
    boolean check(Expression.Comparison comparison) {
        Optional<List<Expression>> left = elements(comparison.left());
        Optional<List<Expression>> right = elements(comparison.right());
        if (left.isEmpty() || right.isEmpty() || !(encrypted(left.get()) || encrypted(right.get()))) {
            return false;
        }
        boolean unequal = IndexComparison.unequal(comparison.operator());
        if (!unequal && !comparison.operator().equals("=")) {
            throw SqlRefusal.COMPARISON.at(comparison.span().start());
        }
        Pieces pieces = new Pieces();
        compare(pieces, left.get(), right.get(), unequal, comparison.span());
        finish(comparison.span(), pieces);
        return true;
    }

    /** Takes a row tested against listed rows, likewise. */
    boolean check(Expression.Membership membership) {
        Optional<List<Expression>> tested = elements(membership.tested());
        if (tested.isEmpty() || !encrypted(tested.get())) {
            return false;
        }
        if (rewriting.dialect() == Dialect.H2) { // where a NULL in a row makes the whole test unknown
            throw SqlRefusal.COMPARED_WITH.at(membership.span().start());
        }
        Pieces pieces = new Pieces().text(membership.negated() ? "(NOT (" : "(");
        String or = "";
        for (Expression item : membership.items()) {
            List<Expression> elements = elements(item)
                    .orElseThrow(() -> SqlRefusal.COMPARED_WITH.at(item.span().start()));
            pieces.text(or);
            compare(pieces, tested.get(), elements, false, item.span());
            or = " OR ";
        }
        finish(membership.span(), pieces.text(membership.negated() ? "))" : ")"));
        return true;
    }

    private boolean encrypted(List<Expression> elements) {
        return elements.stream().anyMatch(each -> checker.encrypted(each).isPresent());
    }

    private void compare(Pieces pieces, List<Expression> left, List<Expression> right, boolean unequal, Span place) {
        if (left.size() != right.size()) {
            throw SqlRefusal.VALUE_COUNT.at(place.start());
        }
        String between = "(";
        for (int i = 0; i < left.size(); i++) {
            pieces.text(between).addAll(element(left.get(i), right.get(i), unequal));
            between = unequal ? " OR " : " AND ";
        }
        pieces.text(")");
    }

    private List<Piece> element(Expression left, Expression right, boolean unequal) {
        Optional<IndexedColumn> first = checker.encrypted(left);
        Optional<IndexedColumn> second = checker.encrypted(right);
        if (first.isPresent() && second.isPresent()) {
            List<FieldUse> both = List.of(first.get().use(), second.get().use());
            return between(index.term(first.get(), both), unequal, index.term(second.get(), both));
        }
        if (first.isPresent()) {
            return index.equality(first.get(), unequal, right);
        }
        if (second.isPresent()) {
            return index.equality(second.get(), unequal, left);
        }
        return between(plain(left), unequal, plain(right));
    }

    private static List<Piece> between(List<Piece> left, boolean unequal, List<Piece> right) {
        return new Pieces()
                .addAll(left)
                .text(unequal ? " <> " : " = ")
                .addAll(right)
                .list();
    }

    private List<Piece> plain(Expression operand) {
        checker.check(operand, SqlRefusal.COMPARISON);
        return new Pieces()
                .text("(")
                .addAll(rewriting.splicer().part(operand.span()))
                .text(")")
                .list();
    }

    /** What was changed inside is part of the pieces already. */
    private void finish(Span place, Pieces pieces) {
        rewriting.edits().withdraw(place);
        rewriting.edits().replace(place, pieces.list());
    }
}
