package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans conditions that no helper column answers: those that an order decides, of fields that declare one. */
final class OpenedComparison {
    private static final Map<String, OpenedTest.Compared.Operator> OPERATORS = Map.of(
            "=", OpenedTest.Compared.Operator.EQUAL,
            "<>", OpenedTest.Compared.Operator.UNEQUAL,
            "!=", OpenedTest.Compared.Operator.UNEQUAL,
            "<", OpenedTest.Compared.Operator.LESS,
            "<=", OpenedTest.Compared.Operator.AT_MOST,
            ">", OpenedTest.Compared.Operator.GREATER,
            ">=", OpenedTest.Compared.Operator.AT_LEAST);

    private final UseChecker checker;
    private final Rewriting rewriting;
    private final OpenedColumns columns;
    private final CastValues values;

    OpenedComparison(UseChecker checker, Rewriting rewriting) {
        this.checker = checker;
        this.rewriting = rewriting;
        this.columns = new OpenedColumns(rewriting);
        this.values = new CastValues(rewriting);
    }

    /** Takes {@code column operator value}, or turned round; false when that is not for it. */
    boolean check(Expression.Comparison comparison, IndexedColumn column, Expression value) {
        OpenedTest.Compared.Operator operator = OPERATORS.get(comparison.operator());
        boolean equality =
                operator == OpenedTest.Compared.Operator.EQUAL || operator == OpenedTest.Compared.Operator.UNEQUAL;
        boolean byIndex = equality && column.field().indexed();
        if (operator == null || byIndex || !followed(column)) {
            return false;
        }
        boolean turned = value.span().start() < column.span().start();
        open(
                comparison.span(),
                column,
                new OpenedTest.Compared(turned ? operator.turned() : operator, value(value, column)));
        return true;
    }

    /** Takes {@code column [NOT] BETWEEN low AND high}; false when that is not for it. */
    boolean check(Expression.Compound range) {
        List<Expression> operands = range.operands();
        Optional<IndexedColumn> column = operands.size() == 3 ? checker.encrypted(operands.get(0)) : Optional.empty();
        if (column.isEmpty() || !followed(column.get())) {
            return false;
        }
        Shape shape = Shape.of(range.span(), operands, rewriting);
        List<String> words = shape.tokens().stream()
                .filter(word -> !word.equals(Shape.OPERAND))
                .toList();
        boolean negated = words.contains("not");
        if (!words.contains("between") || !words.contains("and")) {
            return false;
        }
        open(
                range.span(),
                column.get(),
                new OpenedTest.Between(
                        value(operands.get(1), column.get()),
                        value(operands.get(2), column.get()),
                        negated,
                        words.contains("symmetric")));
        return true;
    }

    /** Takes a column of truth values as a condition; false when that is not for it. */
    boolean truth(IndexedColumn column) {
        if (column.field().type() != FieldType.BOOLEAN || !followed(column)) {
            return false;
        }
        OpenedTest test = new OpenedTest.Compared(OpenedTest.Compared.Operator.EQUAL, new Value.Literal(true));
        open(column.span(), column, test);
        return true;
    }

    /** Takes {@code column [NOT] IN (values)}; false when that is not for it. */
    boolean check(Expression.Membership membership, IndexedColumn column) {
        if (column.field().indexed() || membership.items().isEmpty() || !followed(column)) {
            return false;
        }
        List<Value> values =
                membership.items().stream().map(item -> value(item, column)).toList();
        open(membership.span(), column, new OpenedTest.Listed(values, membership.negated()));
        return true;
    }

    private boolean followed(IndexedColumn column) {
        return column.field().ordered() && column.field().type() != FieldType.BYTES && !checker.besidesGroups();
    }

    private Value value(Expression value, IndexedColumn column) {
        return values.value(value, column.field().type())
                .orElseThrow(() -> SqlRefusal.COMPARED_WITH.at(value.span().start()));
    }

    private void open(Span place, IndexedColumn column, OpenedTest test) {
        requireOrder(rewriting, column.field(), column.span());
        OpenedColumn opened = columns.of(column, place);
        rewriting.edits().replace(place, List.of(new Piece.Opened(opened, test)));
    }

    /** H2 orders text by its characters alone; elsewhere the plain column's collation decides. */
    static void requireOrder(Rewriting rewriting, Field field, Span place) {
        boolean exact = rewriting.dialect() == Dialect.H2 || field.index().exact();
        if (field.type() == FieldType.TEXT && !exact) {
            throw SqlRefusal.ORDER_COLLATION.at(place.start());
        }
    }
}
