package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.SearchColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewrites patterns and comparisons without regard to case, so that the columns of beginnings answer them. */
final class TextComparison {
    private final Rewriting rewriting;
    private final TextValues texts;

    TextComparison(Rewriting rewriting) {
        this.rewriting = rewriting;
        this.texts = new TextValues(rewriting);
    }

    /**
     * An encrypted column, alone or in upper or lower case.
     *
     * @param column the column
     * @param form in which case it is compared
     */
    record Tested(IndexedColumn column, Piece.TextMatch.Form form) {}

    /** {@code column [NOT] LIKE pattern [ESCAPE character]}. */
    void like(Expression.Like like, Tested tested) {
        Piece.TextMatch.Form form = tested.form();
        boolean ignoring = like.operator().equals("ilike");
        boolean noEscape =
                rewriting.dialect() == Dialect.MARIADB && !rewriting.mode().backslashEscapes();
        if (noEscape || (ignoring && rewriting.dialect() != Dialect.POSTGRESQL)) {
            throw SqlRefusal.PATTERN.at(like.span().start());
        }
        TextValue pattern = text(like.pattern());
        if (ignoring) {
            form = Piece.TextMatch.Form.LOWER;
            pattern = new TextValue.Cased(false, pattern);
        }
        Optional<TextValue> escape = like.escape().map(this::text);
        Piece.TextMatch.How how = new Piece.TextMatch.How(true, like.negated(), escape);
        replace(like.span(), tested, form, pattern, how);
    }

    /** {@code UPPER(column) = text} and its kin. */
    void compare(Expression.Comparison comparison, Tested tested, Expression value) {
        boolean equal = comparison.operator().equals("=");
        boolean unequal =
                comparison.operator().equals("<>") || comparison.operator().equals("!=");
        if (!equal && !unequal) {
            throw SqlRefusal.COMPARISON.at(comparison.span().start());
        }
        Piece.TextMatch.How how = new Piece.TextMatch.How(false, unequal, Optional.empty());
        replace(comparison.span(), tested, tested.form(), text(value), how);
    }

    private TextValue text(Expression expression) {
        return texts.of(expression)
                .orElseThrow(() -> SqlRefusal.COMPARED_WITH.at(expression.span().start()));
    }

    private void replace(
            Span place, Tested tested, Piece.TextMatch.Form form, TextValue text, Piece.TextMatch.How how) {
        Field field = tested.column().field();
        FieldUse use = tested.column().use();
        if (!field.prefixed()) {
            throw SqlRefusal.PATTERN.at(tested.column().span().start());
        }
        if (!(tested.column().origin().source().orElseThrow() instanceof TableSource source)) {
            throw SqlRefusal.SUBQUERY.at(tested.column().span().start());
        }
        rewriting.use(use);
        Map<SearchColumn, String> columns = new EnumMap<>(SearchColumn.class);
        for (SearchColumn column : SearchColumn.of(field)) {
            columns.put(column, written(tested.column().column(), source.table().helper(field, column)));
        }
        rewriting.edits().replace(place, List.of(new Piece.TextMatch(use, form, text, how, columns)));
    }

    /** A helper column, qualified as the column is. */
    private String written(Expression.Column column, String helper) {
        List<String> parts = new ArrayList<>();
        for (Name qualifier : column.parts().subList(0, column.parts().size() - 1)) {
            parts.add(qualifier.span().of(rewriting.sql()));
        }
        parts.add(rewriting.dialect().quote(helper));
        return String.join(".", parts);
    }
}
