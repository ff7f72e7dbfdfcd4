package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import dev.protection.jdbc.formula.Formula;
import dev.protection.jdbc.formula.Formulas;
import dev.protection.jdbc.formula.TextUnit;
import java.math.BigDecimal;
import java.sql.SQLDataException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The operators and special forms that formulas may consist of. */
final class FormulaForms {
    private final FormulaPlanner planner;
    private final Rewriting rewriting;
    private final Dialect dialect;

    FormulaForms(FormulaPlanner planner, Rewriting rewriting) {
        this.planner = planner;
        this.rewriting = rewriting;
        this.dialect = rewriting.dialect();
    }

    FormulaPart part(Expression.Compound compound) {
        if (compound.kind() != Expression.Compound.Kind.COMPUTED
                || compound.operands().isEmpty()) {
            throw FormulaPlanner.refused(compound);
        }
        Shape shape = Shape.of(compound.span(), compound.operands(), rewriting);
        if (shape.at(0).equals("case")) {
            return cases(compound, shape);
        }
        if (shape.at(0).equals("cast") || shape.at(1).equals("::")) {
            return cast(compound, shape);
        }
        if (shape.at(0).equals("extract")) {
            return extract(compound, shape);
        }
        return chain(compound, shape);
    }

    private FormulaPart chain(Expression.Compound compound, Shape shape) {
        boolean concatenated = dialect != Dialect.MARIADB && infix(shape, compound, "||");
        if (concatenated) {
            List<FormulaPart> parts = parts(compound.operands());
            List<Formula> texts =
                    parts.stream().map(part -> part.text(compound.span())).toList();
            return FormulaPart.of(
                    Formulas.strict(
                            FieldType.TEXT, texts, (values, row) -> String.join("", FormulaCalls.strings(values))),
                    parts.stream().allMatch(FormulaPart::exact));
        }
        if (!infix(shape, compound, "+ - *")) {
            throw FormulaPlanner.refused(compound);
        }
        return arithmetic(compound, shape);
    }

    private static boolean infix(Shape shape, Expression.Compound compound, String symbols) {
        int count = compound.operands().size();
        boolean all = count > 1 && shape.size() == 2 * count - 1;
        for (int i = 0; all && i < shape.size(); i++) {
            all = i % 2 == 0
                    ? shape.at(i).equals(Shape.OPERAND)
                    : List.of(symbols.split(" ", -1)).contains(shape.at(i));
        }
        return all;
    }

    private List<FormulaPart> parts(List<Expression> expressions) {
        return expressions.stream().map(planner::part).toList();
    }

    private FormulaPart arithmetic(Expression.Compound compound, Shape shape) {
        List<FormulaPart> parts = parts(compound.operands());
        FieldType type = FormulaPlanner.common(parts, compound);
        if (type != FieldType.INTEGER && type != FieldType.DECIMAL) {
            throw FormulaPlanner.refused(compound);
        }
        List<Formula> numbers =
                parts.stream().map(part -> part.as(type, compound.span())).toList();
        return FormulaPart.of(
                Formulas.strict(type, numbers, (values, row) -> {
                    Object result = values.get(0);
                    for (int i = 1; i < values.size(); i++) {
                        result = computed(result, shape.at(2 * i - 1), values.get(i));
                    }
                    return result;
                }),
                true);
    }

    private static Object computed(Object left, String operator, Object right) throws SQLDataException {
        if (left instanceof BigDecimal first) {
            BigDecimal second = (BigDecimal) right;
            return switch (operator) {
                case "+" -> first.add(second);
                case "-" -> first.subtract(second);
                default -> first.multiply(second);
            };
        }
        try {
            return switch (operator) {
                case "+" -> Math.addExact((Long) left, (Long) right);
                case "-" -> Math.subtractExact((Long) left, (Long) right);
                default -> Math.multiplyExact((Long) left, (Long) right);
            };
        } catch (ArithmeticException e) {
            throw new SQLDataException("a computed number is out of range", "22003");
        }
    }

    private FormulaPart extract(Expression.Compound compound, Shape shape) {
        boolean known = shape.size() == 6 && shape.is("extract ( " + shape.at(2) + " from # )");
        if (!known || !List.of("year", "month", "day").contains(shape.at(2))) {
            throw FormulaPlanner.refused(compound);
        }
        Formula date = planner.part(compound.operands().get(0)).as(FieldType.DATE, compound.span());
        boolean numeric = dialect == Dialect.POSTGRESQL;
        return FormulaPart.of(
                Formulas.strict(numeric ? FieldType.DECIMAL : FieldType.INTEGER, List.of(date), (values, row) -> {
                    long number = dated((LocalDate) values.get(0), shape.at(2));
                    return numeric ? (Object) BigDecimal.valueOf(number) : (Object) number;
                }),
                true);
    }

    private static long dated(LocalDate date, String field) {
        return switch (field) {
            case "year" -> date.getYear();
            case "month" -> date.getMonthValue();
            default -> date.getDayOfMonth();
        };
    }

    private FormulaPart cast(Expression.Compound compound, Shape shape) {
        boolean function = shape.at(0).equals("cast");
        boolean known = function
                ? shape.at(1).equals("(")
                        && shape.at(2).equals(Shape.OPERAND)
                        && shape.at(3).equals("as")
                : shape.at(0).equals(Shape.OPERAND);
        if (!known) {
            throw FormulaPlanner.refused(compound);
        }
        OptionalInt length = length(shape, function ? 4 : 2, function ? shape.size() - 1 : shape.size(), compound);
        FormulaPart operand = planner.part(compound.operands().get(0));
        Formula text = operand.text(compound.span());
        TextUnit unit = dialect == Dialect.H2 ? TextUnit.CODE_UNIT : TextUnit.CODE_POINT;
        Formula cast = length.isEmpty()
                ? text
                : Formulas.strict(
                        FieldType.TEXT,
                        List.of(text),
                        (values, row) -> unit.part((String) values.get(0), 1, length.getAsInt()));
        return FormulaPart.of(cast, operand.exact());
    }

    /** The length of a type of text; empty for one without. An explicit cast cuts what is longer (SQL:2016, 6.13). */
    private OptionalInt length(Shape shape, int from, int to, Expression place) {
        int bracket = to > 3 && shape.at(to - 1).equals(")") ? to - 3 : to;
        String type = shape.part(from, bracket);
        boolean text = switch (type) {
            case "varchar", "character varying" -> true;
            case "text" -> dialect == Dialect.POSTGRESQL && bracket == to;
            case "char" -> dialect == Dialect.MARIADB;
            default -> false;
        };
        boolean sized = bracket < to && shape.at(bracket).equals("(");
        String digits = sized ? shape.at(bracket + 1) : "";
        boolean number =
                !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(c -> Characters.digit((char) c));
        if (!text || (bracket < to && !number)) {
            throw FormulaPlanner.refused(place);
        }
        return sized ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    /** {@code CASE WHEN a THEN b ..} and {@code CASE x WHEN a THEN b ..}, where x is a column. */
    private FormulaPart cases(Expression.Compound compound, Shape shape) {
        List<Expression> operands = compound.operands();
        int first = shape.at(1).equals("when") ? 0 : 1;
        boolean other = shape.at(shape.size() - 3).equals("else");
        int pairs = (operands.size() - first - (other ? 1 : 0)) / 2;
        String wanted =
                "case" + " #".repeat(first) + " when # then #".repeat(pairs) + (other ? " else #" : "") + " end";
        boolean compared = first == 1 && operands.get(0) instanceof Expression.Column;
        if (!shape.is(wanted) || (first == 1 && !compared)) {
            throw FormulaPlanner.refused(compound);
        }
        List<Formula> conditions = new ArrayList<>();
        List<FormulaPart> values = new ArrayList<>();
        for (int i = first; i < first + 2 * pairs; i += 2) {
            conditions.add(
                    compared ? planner.equal(operands.get(0), operands.get(i)) : planner.condition(operands.get(i)));
            values.add(planner.part(operands.get(i + 1)));
        }
        if (other) {
            values.add(planner.part(operands.get(operands.size() - 1)));
        }
        return chosen(conditions, values, compound);
    }

    /** The value beside the first condition that holds; one value more is that of no condition. */
    static FormulaPart chosen(List<Formula> conditions, List<FormulaPart> values, Expression place) {
        FieldType type = FormulaPlanner.common(values, place);
        List<Formula> results = new ArrayList<>();
        values.forEach(value -> results.add(value.as(type, place.span())));
        if (results.size() == conditions.size()) {
            results.add(Formulas.constant(type, null));
        }
        return FormulaPart.of(
                Formulas.cases(type, conditions, results), values.stream().allMatch(FormulaPart::exact));
    }
}
