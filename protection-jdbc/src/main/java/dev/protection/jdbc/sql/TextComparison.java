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
        boolean letter = ignoring && like.escape().filter(this::mayBeLetter).isPresent();
        if (noEscape || letter || (ignoring && rewriting.dialect() != Dialect.POSTGRESQL)) {
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

    /** PostgreSQL reads the escapes of ILIKE before it changes the case of the pattern. */
    private boolean mayBeLetter(Expression escape) {
        return !(text(escape) instanceof TextValue.Fixed fixed)
                || fixed.text().stream().flatMapToInt(String::codePoints).anyMatch(Character::isLetter);
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
        Optional<OpenedColumn> opened = field.matched()
                ? Optional.of(new OpenedColumns(rewriting).of(tested.column(), place))
                : Optional.empty();
        Map<SearchColumn, String> columns = beginnings(tested.column(), opened.isPresent());
        rewriting.use(use);
        rewriting.edits().replace(place, List.of(new Piece.TextMatch(use, form, text, how, columns, opened)));
    }

    /** The columns of beginnings; none where they cannot be reached and the values are opened anyhow. */
    private Map<SearchColumn, String> beginnings(IndexedColumn tested, boolean opened) {
        Field field = tested.field();
        Map<SearchColumn, String> columns = new EnumMap<>(SearchColumn.class);
        if (!(tested.origin().source().orElseThrow() instanceof TableSource source)) {
            if (opened) {
                return columns;
            }
            throw SqlRefusal.SUBQUERY.at(tested.span().start());
        }
        for (SearchColumn column : SearchColumn.of(field)) {
            if (column.holdsBeginnings()) {
                columns.put(column, written(tested.column(), source.table().helper(field, column)));
            }
        }
        return columns;
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
