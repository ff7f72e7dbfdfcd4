package dev.protection.jdbc.sql;

import dev.protection.Field;
import java.util.ArrayList;
import java.util.List;

/** Rewrites comparisons of an encrypted column so that its index answers them. */
final class IndexComparison {
    private final Rewriting rewriting;
    private final LiteralValues literals;

    IndexComparison(Rewriting rewriting) {
        this.rewriting = rewriting;
        this.literals = new LiteralValues(rewriting.sql(), rewriting.dialect());
    }

    /** {@code column = value} and {@code column <> value}, either way round. */
    void rewrite(Expression.Comparison comparison, Expression column, Origin origin, Expression value) {
        boolean equal = comparison.operator().equals("=");
        boolean unequal =
                comparison.operator().equals("<>") || comparison.operator().equals("!=");
        if (!equal && !unequal) {
            throw SqlRefusal.COMPARISON.at(comparison.span().start());
        }
        replace(comparison.span(), unwrapped(column), origin, unequal, List.of(value));
    }

    /** {@code column [NOT] IN (values)}. */
    void rewrite(Expression.Membership membership, Origin origin) {
        if (membership.items().isEmpty()) {
            throw SqlRefusal.COMPARISON.at(membership.span().start());
        }
        replace(membership.span(), unwrapped(membership.tested()), origin, membership.negated(), membership.items());
    }

    private void replace(
            Span place, Expression.Column column, Origin origin, boolean negated, List<Expression> values) {
        Field field = origin.field().orElseThrow();
        FieldUse use = origin.use().orElseThrow();
        if (!field.indexed()) {
            throw SqlRefusal.NOT_SEARCHABLE.at(column.span().start());
        }
        if (!(origin.source().orElseThrow() instanceof TableSource source)) {
            throw SqlRefusal.COMPARISON.at(column.span().start());
        }
        Pieces pieces = new Pieces().text("(" + helper(column, source, field) + (negated ? " NOT IN (" : " IN ("));
        String comma = "";
        for (Expression value : values) {
            pieces.text(comma).add(new Piece.SearchTerms(use, searched(value, field)));
            comma = ", ";
        }
        rewriting.use(use);
        rewriting.edits().replace(place, pieces.text("))").list());
    }

    private Value searched(Expression value, Field field) {
        return literals.value(value, field.type())
                .orElseThrow(() -> SqlRefusal.COMPARED_WITH.at(value.span().start()));
    }

    /** The helper column, qualified as the column is. */
    private String helper(Expression.Column column, TableSource source, Field field) {
        List<String> parts = new ArrayList<>();
        for (Name qualifier : column.parts().subList(0, column.parts().size() - 1)) {
            parts.add(qualifier.span().of(rewriting.sql()));
        }
        parts.add(rewriting.dialect().quote(source.table().helper(field)));
        return String.join(".", parts);
    }

    private static Expression.Column unwrapped(Expression expression) {
        return expression instanceof Expression.Parenthesised brackets
                ? unwrapped(brackets.inner())
                : (Expression.Column) expression;
    }
}
