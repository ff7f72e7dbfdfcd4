package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads parameters and literals, also within {@code CAST(? AS type)} and {@code ?::type} where that changes no value. */
final class CastValues {
    private static final Map<String, Value.Cast.Type> EVERYWHERE = Map.of(
            "varchar", Value.Cast.Type.TEXT,
            "character varying", Value.Cast.Type.TEXT,
            "bigint", Value.Cast.Type.BIGINT,
            "date", Value.Cast.Type.DATE);
    private static final Map<String, Value.Cast.Type> STANDARD = Map.of(
            "int", Value.Cast.Type.INT,
            "integer", Value.Cast.Type.INT,
            "boolean", Value.Cast.Type.BOOLEAN,
            "timestamp", Value.Cast.Type.TIMESTAMP);
    private static final Map<String, Value.Cast.Type> POSTGRESQL = Map.of(
            "text", Value.Cast.Type.TEXT,
            "int4", Value.Cast.Type.INT,
            "int8", Value.Cast.Type.BIGINT,
            "bool", Value.Cast.Type.BOOLEAN,
            "numeric", Value.Cast.Type.NUMERIC,
            "decimal", Value.Cast.Type.NUMERIC);
    private static final Map<String, Value.Cast.Type> MARIADB = Map.of(
            "char", Value.Cast.Type.TEXT,
            "signed", Value.Cast.Type.BIGINT,
            "signed integer", Value.Cast.Type.BIGINT,
            "int", Value.Cast.Type.BIGINT,
            "integer", Value.Cast.Type.BIGINT);

    private final Rewriting rewriting;
    private final LiteralValues literals;

    CastValues(Rewriting rewriting) {
        this.rewriting = rewriting;
        this.literals = new LiteralValues(rewriting.sql(), rewriting.dialect(), rewriting.mode());
    }

    /** A value that a field is compared with: a parameter or literal, plain or cast. */
    Optional<Value> value(Expression expression, FieldType type) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return value(brackets.inner(), type);
        }
        return expression instanceof Expression.Compound compound
                ? cast(compound, type)
                : literals.value(expression, type);
    }

    /** A value as it is written, plain or cast; empty for anything but a parameter or literal. */
    Optional<Value> any(Expression expression) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return any(brackets.inner());
        }
        if (!(expression instanceof Expression.Compound compound)) {
            return literals.any(expression);
        }
        return type(compound).flatMap(type -> {
            Optional<Value> operand = literals.any(compound.operands().get(0));
            return operand.isPresent() && operand.get() instanceof Value.Param param
                    ? Optional.of(new Value.Cast(param.logical(), type))
                    : operand.filter(value -> value instanceof Value.Null
                            || (value instanceof Value.Literal literal && keeps(literal, type)));
        });
    }

    /** Whether a value comes from a parameter or a literal. */
    static boolean given(Value value) {
        return value instanceof Value.Param || value instanceof Value.Literal || value instanceof Value.Cast;
    }

    private Optional<Value> cast(Expression.Compound compound, FieldType field) {
        return type(compound)
                .filter(type -> type.of(field))
                .flatMap(type -> cast(compound.operands().get(0), type, field));
    }

    private Optional<Value.Cast.Type> type(Expression.Compound compound) {
        if (compound.operands().size() != 1) {
            return Optional.empty();
        }
        Shape shape = Shape.of(compound.span(), compound.operands(), rewriting);
        boolean function = shape.at(0).equals("cast") && shape.at(3).equals("as");
        boolean infix = shape.at(0).equals(Shape.OPERAND) && shape.at(1).equals("::");
        if (!function && !infix) {
            return Optional.empty();
        }
        String name = function ? shape.part(4, shape.size() - 1) : shape.part(2, shape.size());
        return type(name);
    }

    private Optional<Value.Cast.Type> type(String name) {
        Optional<Value.Cast.Type> everywhere = Optional.ofNullable(EVERYWHERE.get(name));
        return switch (rewriting.dialect()) {
            case POSTGRESQL ->
                everywhere
                        .or(() -> Optional.ofNullable(STANDARD.get(name)))
                        .or(() -> Optional.ofNullable(POSTGRESQL.get(name)));
            case H2 -> everywhere.or(() -> Optional.ofNullable(STANDARD.get(name)));
            case MARIADB ->
                everywhere
                        .filter(type -> type == Value.Cast.Type.DATE)
                        .or(() -> Optional.ofNullable(MARIADB.get(name)));
        };
    }

    private Optional<Value> cast(Expression operand, Value.Cast.Type type, FieldType field) {
        Optional<Value> value = literals.any(operand);
        if (value.isPresent() && value.get() instanceof Value.Param param) {
            return Optional.of(new Value.Cast(param.logical(), type));
        }
        if (value.isPresent() && value.get() instanceof Value.Literal literal) {
            return keeps(literal, type) ? literals.value(operand, field) : Optional.empty();
        }
        return value.filter(Value.Null.class::isInstance);
    }

    private static boolean keeps(Value.Literal literal, Value.Cast.Type type) {
        boolean text = literal.value() instanceof String;
        boolean whole = literal.value() instanceof BigDecimal number && number.scale() <= 0;
        boolean same = type == Value.Cast.Type.TEXT || type == Value.Cast.Type.DATE;
        return text ? same : whole && type == Value.Cast.Type.BIGINT;
    }
}
