package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.Value.Cast.Type;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Reads {@code CAST(? AS type)} and {@code ?::type} where the type is the field's own and changes no value. */
final class CastValues {
    private static final Map<String, Type> EVERYWHERE = Map.of(
            "varchar", Type.TEXT,
            "character varying", Type.TEXT,
            "bigint", Type.BIGINT,
            "date", Type.DATE);
    private static final Map<String, Type> STANDARD = Map.of(
            "int", Type.INT,
            "integer", Type.INT,
            "boolean", Type.BOOLEAN,
            "timestamp", Type.TIMESTAMP);
    private static final Map<String, Type> POSTGRESQL = Map.of(
            "text", Type.TEXT,
            "int4", Type.INT,
            "int8", Type.BIGINT,
            "bool", Type.BOOLEAN,
            "numeric", Type.NUMERIC,
            "decimal", Type.NUMERIC);
    private static final Map<String, Type> MARIADB = Map.of(
            "char", Type.TEXT,
            "signed", Type.BIGINT,
            "signed integer", Type.BIGINT,
            "int", Type.BIGINT,
            "integer", Type.BIGINT);

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

    private Optional<Value> cast(Expression.Compound compound, FieldType field) {
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
        return type(name)
                .filter(type -> type.of(field))
                .flatMap(type -> cast(compound.operands().get(0), type, field));
    }

    private Optional<Type> type(String name) {
        Optional<Type> everywhere = Optional.ofNullable(EVERYWHERE.get(name));
        return switch (rewriting.dialect()) {
            case POSTGRESQL ->
                everywhere
                        .or(() -> Optional.ofNullable(STANDARD.get(name)))
                        .or(() -> Optional.ofNullable(POSTGRESQL.get(name)));
            case H2 -> everywhere.or(() -> Optional.ofNullable(STANDARD.get(name)));
            case MARIADB ->
                everywhere.filter(type -> type == Type.DATE).or(() -> Optional.ofNullable(MARIADB.get(name)));
        };
    }

    private Optional<Value> cast(Expression operand, Type type, FieldType field) {
        Optional<Value> value = literals.any(operand);
        if (value.isPresent() && value.get() instanceof Value.Param param) {
            return Optional.of(new Value.Cast(param.logical(), type));
        }
        if (value.isPresent() && value.get() instanceof Value.Literal literal) {
            boolean text = literal.value() instanceof String;
            boolean whole = literal.value() instanceof BigDecimal number && number.scale() <= 0;
            boolean kept = text ? type == Type.TEXT || type == Type.DATE : whole && type == Type.BIGINT;
            return kept ? literals.value(operand, field) : Optional.empty();
        }
        return value.filter(Value.Null.class::isInstance);
    }
}
