package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rewrites comparisons of an encrypted column so that its index answers them. */
final class IndexComparison {
    private static final Set<String> UNEQUAL = Set.of("<>", "!=");

    private final Rewriting rewriting;
    private final CastValues values;

    IndexComparison(Rewriting rewriting) {
        this.rewriting = rewriting;
        this.values = new CastValues(rewriting);
    }

    static boolean unequal(String operator) {
        return UNEQUAL.contains(operator);
    }

    /** Lets only operators pass whose answer depends on equality alone. */
    static void refuseUnlessEquality(String operator, Span place) {
        if (!operator.equals("=") && !operator.equals("<=>") && !unequal(operator)) {
            throw SqlRefusal.COMPARISON.at(place.start());
        }
    }

    /** {@code column = value}, {@code column <> value} and MariaDB's {@code column <=> value}, either way round. */
    void value(Expression.Comparison comparison, IndexedColumn column, Expression value) {
        refuseUnlessEquality(comparison.operator(), comparison.span());
        if (comparison.operator().equals("<=>")) {
            same(comparison.span(), column, true, value);
        } else {
            replace(comparison.span(), equality(column, unequal(comparison.operator()), value));
        }
    }

    /** {@code column IS [NOT] DISTINCT FROM value}. */
    void same(Span place, IndexedColumn column, boolean same, Expression value) {
        Piece terms = new Piece.SameTerms(column.use(), searched(value, column), column.term(rewriting.sql()));
        rewriting.use(column.use());
        String before = same ? "(" : "(NOT (";
        replace(
                place,
                new Pieces().text(before).add(terms).text(same ? ")" : "))").list());
    }

    /** {@code column [NOT] IN (values and columns)}. */
    void membership(
            Span place,
            IndexedColumn column,
            boolean negated,
            List<Expression> items,
            List<Optional<IndexedColumn>> columns) {
        if (items.isEmpty()) {
            throw SqlRefusal.COMPARISON.at(place.start());
        }
        Pieces pieces = new Pieces().text("(" + column.term(rewriting.sql()) + (negated ? " NOT IN (" : " IN ("));
        String comma = "";
        for (int i = 0; i < items.size(); i++) {
            pieces.text(comma).addAll(item(column, items.get(i), columns.get(i)));
            comma = ", ";
        }
        rewriting.use(column.use());
        replace(place, pieces.text("))").list());
    }

    private List<Piece> item(IndexedColumn column, Expression item, Optional<IndexedColumn> other) {
        return other.isPresent()
                ? term(other.get(), List.of(column.use(), other.get().use()))
                : List.of(new Piece.SearchTerms(column.use(), searched(item, column)));
    }

    /** {@code column = ANY (array)} and {@code column <> ALL (array)}. */
    void array(Expression.Quantified test, IndexedColumn column, Expression.Parameter array) {
        Piece terms = new Piece.ArrayTerms(column.use(), array.logical(), column.term(rewriting.sql()), test.all());
        rewriting.use(column.use());
        replace(test.span(), new Pieces().text("(").add(terms).text(")").list());
    }

    /** The terms of two columns are compared by the operator that stands between them. */
    void columns(IndexedColumn left, IndexedColumn right) {
        if (!IndexedColumn.comparable(left.use(), right.use())) {
            refuseUnindexed(left);
            refuseUnindexed(right);
            throw SqlRefusal.INDEX_SCOPE.at(left.span().start());
        }
        List<FieldUse> both = List.of(left.use(), right.use());
        replace(left.span(), term(left, both));
        replace(right.span(), term(right, both));
    }

    private static void refuseUnindexed(IndexedColumn column) {
        if (!column.field().indexed()) {
            throw SqlRefusal.NOT_SEARCHABLE.at(column.span().start());
        }
    }

    /** The term takes the place of the column itself. */
    void replace(IndexedColumn column, List<FieldUse> compared) {
        replace(column.span(), term(column, compared));
    }

    /** The term of a column that is compared with those of other rows. */
    List<Piece> term(IndexedColumn column, List<FieldUse> compared) {
        for (FieldUse other : compared) {
            if (!IndexedColumn.comparable(column.use(), other)) {
                refuseUnindexed(column);
                throw SqlRefusal.INDEX_SCOPE.at(column.span().start());
            }
        }
        rewriting.use(column.use());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.OneIndex(compared, column.span().start()));
        pieces.add(new Piece.Text(column.term(rewriting.sql())));
        return pieces;
    }

    /** {@code (column [NOT] IN (terms))}: an equality that is true, false or unknown as it was. */
    List<Piece> equality(IndexedColumn column, boolean negated, Expression value) {
        Pieces pieces = new Pieces().text("(" + column.term(rewriting.sql()) + (negated ? " NOT IN (" : " IN ("));
        rewriting.use(column.use());
        return pieces.add(new Piece.SearchTerms(column.use(), searched(value, column)))
                .text("))")
                .list();
    }

    private Value searched(Expression value, IndexedColumn column) {
        boolean text = column.field().type() == FieldType.TEXT;
        return values.value(value, column.field().type())
                .or(() -> text ? new TextValues(rewriting).of(value).map(Value.Made::new) : Optional.empty())
                .orElseThrow(() -> SqlRefusal.COMPARED_WITH.at(value.span().start()));
    }

    private void replace(Span place, List<Piece> pieces) {
        rewriting.edits().replace(place, pieces);
    }
}
