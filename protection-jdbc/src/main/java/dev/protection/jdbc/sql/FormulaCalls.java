package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import dev.protection.jdbc.formula.Formula;
import dev.protection.jdbc.formula.Formulas;
import dev.protection.jdbc.formula.TextUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The functions that formulas may call, where each database gives what is computed here. */
final class FormulaCalls {
    private final FormulaPlanner planner;
    private final Rewriting rewriting;
    private final Dialect dialect;
    private final TextUnit unit;

    FormulaCalls(FormulaPlanner planner, Rewriting rewriting) {
        this.planner = planner;
        this.rewriting = rewriting;
        this.dialect = rewriting.dialect();
        this.unit = dialect == Dialect.H2 ? TextUnit.CODE_UNIT : TextUnit.CODE_POINT;
    }

    FormulaPart part(Expression.Call call) {
        boolean plain = call.name().size() == 1 && !call.star() && !call.distinct() && !call.window();
        if (!plain || call.arguments().isEmpty()) {
            throw FormulaPlanner.refused(call);
        }
        Shape shape = Shape.of(call.span(), call.arguments(), rewriting);
        boolean fromFor = call.function().equals("substring")
                && (shape.is("substring ( # from # )") || shape.is("substring ( # from # for # )"));
        if (!fromFor && !listed(shape, call)) {
            throw FormulaPlanner.refused(call);
        }
        boolean chosen = (call.function().equals("if") && dialect == Dialect.MARIADB)
                || (call.function().equals("casewhen") && dialect == Dialect.H2);
        if (chosen && call.arguments().size() == 3) {
            List<Formula> condition = List.of(planner.condition(call.arguments().get(0)));
            List<FormulaPart> values =
                    call.arguments().subList(1, 3).stream().map(planner::part).toList();
            return FormulaForms.chosen(condition, values, call);
        }
        List<FormulaPart> parts = call.arguments().stream().map(planner::part).toList();
        return computed(call, parts);
    }

    private static boolean listed(Shape shape, Expression.Call call) {
        StringBuilder wanted = new StringBuilder(call.function() + " ( #");
        wanted.append(" , #".repeat(call.arguments().size() - 1));
        return shape.is(wanted.append(" )").toString());
    }

    private FormulaPart computed(Expression.Call call, List<FormulaPart> parts) {
        boolean standard = dialect == Dialect.POSTGRESQL;
        return switch (call.function()) {
            case "upper" -> cased(call, parts, true);
            case "lower" -> cased(call, parts, false);
            case "ucase" -> notIn(standard, call, () -> cased(call, parts, true));
            case "lcase" -> notIn(standard, call, () -> cased(call, parts, false));
            case "char_length", "character_length" -> length(call, parts);
            case "length" -> notIn(dialect == Dialect.MARIADB, call, () -> length(call, parts));
            case "left", "right" -> end(call, parts);
            case "substring", "substr" -> substring(call, parts);
            case "trim", "ltrim", "rtrim" -> trimmed(call, parts);
            case "replace" -> replaced(call, parts);
            case "coalesce" -> first(call, parts);
            case "ifnull", "nvl" -> notIn(standard || parts.size() != 2, call, () -> first(call, parts));
            case "nullif" -> nullIf(call, parts);
            case "concat" -> concat(call, parts);
            case "concat_ws" -> joined(call, parts);
            case "year" -> notIn(standard, call, () -> dated(call, parts, LocalDate::getYear));
            case "month" -> notIn(standard, call, () -> dated(call, parts, LocalDate::getMonthValue));
            case "day", "dayofmonth" -> notIn(standard, call, () -> dated(call, parts, LocalDate::getDayOfMonth));
            default -> throw FormulaPlanner.refused(call);
        };
    }

    private interface Making {
        FormulaPart make();
    }

    private static FormulaPart notIn(boolean refused, Expression.Call call, Making making) {
        if (refused) {
            throw FormulaPlanner.refused(call);
        }
        return making.make();
    }

    private static boolean exact(List<FormulaPart> parts) {
        return parts.stream().allMatch(FormulaPart::exact);
    }

    private static List<Formula> texts(Expression.Call call, List<FormulaPart> parts, int count) {
        if (parts.size() != count) {
            throw FormulaPlanner.refused(call);
        }
        return parts.stream().map(part -> part.as(FieldType.TEXT, call.span())).toList();
    }

    private static FormulaPart text(List<Formula> arguments, List<FormulaPart> parts, Formulas.Body body) {
        return FormulaPart.of(Formulas.strict(FieldType.TEXT, arguments, body), exact(parts));
    }

    /** How MariaDB changes case depends on the collation, which is known only for exact columns. */
    private FormulaPart cased(Expression.Call call, List<FormulaPart> parts, boolean upper) {
        if (dialect == Dialect.MARIADB && !exact(parts)) {
            throw FormulaPlanner.refused(call);
        }
        return FormulaPart.of(Formulas.cased(texts(call, parts, 1).get(0), upper), exact(parts));
    }

    private FormulaPart length(Expression.Call call, List<FormulaPart> parts) {
        return FormulaPart.of(
                Formulas.strict(FieldType.INTEGER, texts(call, parts, 1), (values, row) ->
                        (long) unit.length((String) values.get(0))),
                true);
    }

    private FormulaPart end(Expression.Call call, List<FormulaPart> parts) {
        int count = number(call, 1, 0);
        boolean left = call.function().equals("left");
        List<FormulaPart> text = parts.subList(0, 1);
        return text(texts(call, text, 1), text, (values, row) -> {
            String whole = (String) values.get(0);
            return left ? unit.part(whole, 1, count) : unit.end(whole, count);
        });
    }

    private FormulaPart substring(Expression.Call call, List<FormulaPart> parts) {
        int start = number(call, 1, 1);
        int count = parts.size() > 2 ? number(call, 2, 0) : Integer.MAX_VALUE;
        if (parts.size() > 3) {
            throw FormulaPlanner.refused(call);
        }
        List<FormulaPart> text = parts.subList(0, 1);
        return text(texts(call, text, 1), text, (values, row) -> unit.part((String) values.get(0), start, count));
    }

    /** A number written as such; what databases make of less than the least differs. */
    private int number(Expression.Call call, int argument, int least) {
        boolean literal =
                call.arguments().size() > argument && call.arguments().get(argument) instanceof Expression.Literal;
        String digits = literal ? call.arguments().get(argument).span().of(rewriting.sql()) : "";
        boolean number =
                !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(c -> Characters.digit((char) c));
        if (!number || Integer.parseInt(digits) < least) {
            throw FormulaPlanner.refused(call);
        }
        return Integer.parseInt(digits);
    }

    private FormulaPart trimmed(Expression.Call call, List<FormulaPart> parts) {
        boolean start = !call.function().equals("rtrim");
        boolean end = !call.function().equals("ltrim");
        return text(texts(call, parts, 1), parts, (values, row) -> trimmed((String) values.get(0), start, end));
    }

    private static String trimmed(String text, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (end && from < to && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private FormulaPart replaced(Expression.Call call, List<FormulaPart> parts) {
        if (dialect == Dialect.MARIADB && !exact(parts)) {
            throw FormulaPlanner.refused(call);
        }
        return text(texts(call, parts, 3), parts, (values, row) -> {
            String searched = (String) values.get(1);
            String whole = (String) values.get(0);
            return searched.isEmpty() ? whole : whole.replace(searched, (String) values.get(2));
        });
    }

    private static FormulaPart first(Expression.Call call, List<FormulaPart> parts) {
        FieldType type = FormulaPlanner.common(parts, call);
        return FormulaPart.of(
                Formulas.first(
                        type,
                        parts.stream().map(part -> part.as(type, call.span())).toList()),
                exact(parts));
    }

    private static FormulaPart nullIf(Expression.Call call, List<FormulaPart> parts) {
        FieldType type = FormulaPlanner.common(parts, call);
        boolean equality = parts.size() == 2 && exact(parts) && type != FieldType.DECIMAL;
        if (!equality || parts.get(0).type().isEmpty()) {
            throw FormulaPlanner.refused(call);
        }
        Formula left = parts.get(0).as(type, call.span());
        return FormulaPart.of(Formulas.nullIfEqual(left, parts.get(1).as(type, call.span())), true);
    }

    /** NULL counts as nothing, except in MariaDB. */
    private FormulaPart concat(Expression.Call call, List<FormulaPart> parts) {
        List<Formula> texts = parts.stream().map(part -> part.text(call.span())).toList();
        Formulas.Body body = (values, row) -> String.join("", strings(values));
        Formula formula = dialect == Dialect.MARIADB
                ? Formulas.strict(FieldType.TEXT, texts, body)
                : Formulas.skippingNulls(FieldType.TEXT, texts, body);
        return FormulaPart.of(formula, exact(parts));
    }

    static List<String> strings(List<Object> values) {
        return values.stream().map(String.class::cast).toList();
    }

    private FormulaPart joined(Expression.Call call, List<FormulaPart> parts) {
        Optional<Value> separator = new LiteralValues(rewriting.sql(), dialect, rewriting.mode())
                .any(call.arguments().get(0));
        boolean text = separator.isPresent()
                && separator.get() instanceof Value.Literal literal
                && literal.value() instanceof String;
        if (!text || parts.size() < 2) {
            throw FormulaPlanner.refused(call);
        }
        String between = (String) ((Value.Literal) separator.get()).value();
        List<Formula> texts = new ArrayList<>();
        parts.subList(1, parts.size()).forEach(part -> texts.add(part.text(call.span())));
        return FormulaPart.of(
                Formulas.skippingNulls(FieldType.TEXT, texts, (values, row) -> String.join(between, strings(values))),
                exact(parts));
    }

    private static FormulaPart dated(Expression.Call call, List<FormulaPart> parts, ToIntFunction<LocalDate> field) {
        if (parts.size() != 1) {
            throw FormulaPlanner.refused(call);
        }
        Formula date = parts.get(0).as(FieldType.DATE, call.span());
        return FormulaPart.of(
                Formulas.strict(FieldType.INTEGER, List.of(date), (values, row) ->
                        (long) field.applyAsInt((LocalDate) values.get(0))),
                true);
    }
}
