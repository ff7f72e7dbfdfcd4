package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.jdbc.formula.Formula;
import dev.protection.jdbc.formula.Formulas;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns an item of the outermost select list that computes over encrypted columns into a formula. Values that have
 * nothing to do with them are fetched from the database; what is not known to give the database's own result is refused.
 */
final class FormulaPlanner {
    private static final Set<FieldType> COMPUTABLE =
            Set.of(FieldType.TEXT, FieldType.INTEGER, FieldType.DECIMAL, FieldType.DATE);

    private final Rewriting rewriting;
    private final Scope scope;
    private final UseChecker checker;
    private final boolean groups;
    private final FormulaCalls calls;
    private final FormulaForms forms;
    private final List<Calculation.Input> inputs = new ArrayList<>();

    /**
     * Makes a planner.
     *
     * @param groups whether it is about groups of rows, whose values are aggregated
     */
    FormulaPlanner(Rewriting rewriting, Scope scope, UseChecker checker, boolean groups) {
        this.groups = groups;
        this.rewriting = rewriting;
        this.scope = scope;
        this.checker = checker;
        this.calls = new FormulaCalls(this, rewriting);
        this.forms = new FormulaForms(this, rewriting);
    }

    /** Plans an item; what stands in its place is nothing that anybody sees. */
    Calculation plan(Expression item, String standIn) {
        FormulaPart part = part(item);
        FieldType type = part.type()
                .orElseThrow(() -> SqlRefusal.EXPRESSION.at(item.span().start()));
        Calculation calculation = new Calculation(part.as(type, item.span()), inputs, part.exact());
        rewriting.edits().withdraw(item.span());
        rewriting.edits().replace(item.span(), List.of(new Piece.Text(standIn)));
        return calculation;
    }

    FormulaPart part(Expression expression) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return part(brackets.inner());
        }
        if (expression instanceof Expression.Column column) {
            return column(column);
        }
        if (expression instanceof Expression.Literal literal) {
            return literal(literal);
        }
        if (expression instanceof Expression.Parameter parameter) {
            return new FormulaPart(
                    Optional.empty(), true, type -> input(new Calculation.Param(parameter.logical(), type), type));
        }
        if (expression instanceof Expression.Call call) {
            return aggregate(call).orElseGet(() -> calls.part(call));
        }
        if (expression instanceof Expression.Compound compound) {
            return forms.part(compound);
        }
        throw refused(expression);
    }

    static SqlRefused refused(Expression expression) {
        return SqlRefusal.EXPRESSION.at(expression.span().start());
    }

    private Formula input(Calculation.Input input, FieldType type) {
        boolean parameter = input instanceof Calculation.Param;
        if (parameter && type != FieldType.TEXT && type != FieldType.INTEGER) {
            throw SqlRefusal.EXPRESSION.at(0);
        }
        inputs.add(input);
        return Formulas.input(type, inputs.size() - 1);
    }

    private Optional<FormulaPart> aggregate(Expression.Call call) {
        Optional<Calculation.Group> group =
                groups ? new OpenedAggregate(rewriting, checker).of(call) : Optional.empty();
        return group.map(found -> FormulaPart.of(input(found, found.type()), true));
    }

    private FormulaPart column(Expression.Column column) {
        Optional<IndexedColumn> encrypted = checker.encrypted(column);
        if (encrypted.isPresent() && groups) {
            throw refused(column);
        }
        if (encrypted.isEmpty()) {
            return computed(column).orElseGet(() -> stored(column));
        }
        Field field = encrypted.get().field();
        if (!COMPUTABLE.contains(field.type())) {
            throw refused(column);
        }
        uses(encrypted.get()).forEach(rewriting::use);
        String text = column.span().of(rewriting.sql());
        Formula cell = input(new Calculation.Cell(encrypted.get().origin(), text), field.type());
        return FormulaPart.of(
                cell,
                field.type() != FieldType.TEXT
                        || uses(encrypted.get()).stream()
                                .map(FieldUse::field)
                                .allMatch(each -> each.indexed() || each.index().exact()));
    }

    private static List<FieldUse> uses(IndexedColumn column) {
        return column.origin().source().orElseThrow() instanceof PackedSource packed
                ? packed.uses()
                : List.of(column.use());
    }

    /** A column that a subquery computes. */
    private Optional<FormulaPart> computed(Expression.Column column) {
        List<Origin> origins = scope.resolve(column);
        Optional<Calculation> found = origins.size() == 1 ? origins.get(0).calculation() : Optional.empty();
        return found.map(calculation -> {
            Formula formula = Formulas.behind(calculation.formula(), inputs.size());
            inputs.addAll(calculation.inputs());
            return FormulaPart.of(formula, calculation.exact());
        });
    }

    private FormulaPart stored(Expression.Column column) {
        checker.check(column, SqlRefusal.EXPRESSION);
        List<Origin> origins = scope.resolve(column);
        Optional<Catalogue.Column> known = origins.size() == 1 ? origins.get(0).stored() : Optional.empty();
        FieldType type = known.flatMap(FormulaPlanner::type).orElseThrow(() -> refused(column));
        return FormulaPart.of(fetched(column, type), false);
    }

    private static Optional<FieldType> type(Catalogue.Column column) {
        return switch (column.jdbcType()) {
            case Types.VARCHAR -> Optional.of(FieldType.TEXT);
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(FieldType.INTEGER);
            default -> Optional.empty();
        };
    }

    private Formula fetched(Expression expression, FieldType type) {
        List<Piece> pieces = new Pieces()
                .text("(")
                .addAll(rewriting.splicer().part(expression.span()))
                .text(")")
                .list();
        return input(new Calculation.Stored(pieces, type), type);
    }

    /** A condition is the database's to answer. */
    Formula condition(Expression condition) {
        checker.check(condition, SqlRefusal.EXPRESSION);
        return fetched(condition, FieldType.BOOLEAN);
    }

    /** Whether two values are equal, likewise. */
    Formula equal(Expression left, Expression right) {
        checker.check(left, SqlRefusal.EXPRESSION);
        checker.check(right, SqlRefusal.EXPRESSION);
        List<Piece> pieces = new Pieces()
                .text("((")
                .addAll(rewriting.splicer().part(left.span()))
                .text(") = (")
                .addAll(rewriting.splicer().part(right.span()))
                .text("))")
                .list();
        return input(new Calculation.Stored(pieces, FieldType.BOOLEAN), FieldType.BOOLEAN);
    }

    private FormulaPart literal(Expression.Literal literal) {
        Optional<Value> value = new LiteralValues(rewriting.sql(), rewriting.dialect(), rewriting.mode()).any(literal);
        if (value.isPresent() && value.get() instanceof Value.Null) {
            return new FormulaPart(Optional.empty(), true, type -> Formulas.constant(type, null));
        }
        if (value.isPresent() && value.get() instanceof Value.Literal written) {
            return constant(written.value(), literal);
        }
        throw refused(literal);
    }

    private static FormulaPart constant(Object value, Expression place) {
        if (value instanceof String text) {
            return FormulaPart.of(Formulas.constant(FieldType.TEXT, text), true);
        }
        if (value instanceof LocalDate date) {
            return FormulaPart.of(Formulas.constant(FieldType.DATE, date), true);
        }
        if (value instanceof BigDecimal number && number.scale() == 0 && number.precision() < 19) {
            return FormulaPart.of(Formulas.constant(FieldType.INTEGER, number.longValueExact()), true);
        }
        if (value instanceof BigDecimal number && number.scale() > 0) {
            return FormulaPart.of(Formulas.constant(FieldType.DECIMAL, number), true);
        }
        throw refused(place);
    }

    /** The one type of several operands; a whole number gives way to a decimal. */
    static FieldType common(List<FormulaPart> parts, Expression place) {
        FieldType common = null;
        for (FormulaPart part : parts) {
            FieldType next = part.type().orElse(common);
            boolean decimal = common != null
                    && next != null
                    && Set.of(FieldType.INTEGER, FieldType.DECIMAL).containsAll(List.of(common, next));
            if (common != null && next != null && common != next && !decimal) {
                throw refused(place);
            }
            boolean keeps = decimal && common == FieldType.DECIMAL;
            common = keeps ? common : next;
        }
        if (common == null) {
            throw refused(place);
        }
        return common;
    }
}
