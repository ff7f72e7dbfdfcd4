package dev.protection.jdbc.sql;

import java.sql.Types;
import java.util.Optional;
import java.util.OptionalInt;

/** Of which kind two operands are, where comparing text with something else converts the text. */
final class OperandKinds {
    private final Rewriting rewriting;
    private final Scope scope;

    private enum Kind {
        /** An encrypted column: its index terms are compared. */
        SEALED,
        TEXT,
        OTHER,
        EITHER
    }

    OperandKinds(Rewriting rewriting, Scope scope) {
        this.rewriting = rewriting;
        this.scope = scope;
    }

    /** Whether an operand of AND, OR or NOT is a test, and nothing that would be converted into a truth value. */
    static boolean decides(Expression expression) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return decides(brackets.inner());
        }
        return !(expression instanceof Expression.Column
                || expression instanceof Expression.Literal
                || expression instanceof Expression.Parameter
                || expression instanceof Expression.Call);
    }

    /** A pattern whose end cannot be an escape, which would fail on the rows that match so far. */
    boolean plainPattern(Expression pattern) {
        return pattern instanceof Expression.Literal literal
                && literal.span().of(rewriting.sql()).indexOf('\\') < 0;
    }

    /** Whether it is an encrypted column, whose index terms are compared. */
    boolean sealed(Expression operand) {
        return kind(operand) == Kind.SEALED;
    }

    Verdict together(Expression left, Expression right) {
        if (sealed(left) || sealed(right)) {
            return Verdict.QUIET;
        }
        if (right instanceof Expression.Parameter parameter) {
            return kind(left) == Kind.OTHER ? Verdict.QUIET : Verdict.ifText(parameter.logical());
        }
        if (left instanceof Expression.Parameter) {
            return together(right, left);
        }
        boolean literal = right instanceof Expression.Literal || left instanceof Expression.Literal;
        Kind first = kind(left);
        Kind second = kind(right);
        boolean same = first == second && first != Kind.EITHER;
        boolean constantText = literal && (right instanceof Expression.Literal ? second : first) == Kind.TEXT;
        return same || constantText ? Verdict.QUIET : Verdict.LOUD;
    }

    private Kind kind(Expression operand) {
        if (operand instanceof Expression.Parenthesised brackets) {
            return kind(brackets.inner());
        }
        if (operand instanceof Expression.Literal literal) {
            char first = literal.span().of(rewriting.sql()).charAt(0);
            return first == '\'' || first == '"' ? Kind.TEXT : Kind.OTHER;
        }
        if (operand instanceof Expression.Column column) {
            if (scope.resolve(column).stream().anyMatch(Origin::encrypted)) {
                return Kind.SEALED;
            }
            OptionalInt type = type(column);
            return type.isEmpty() ? Kind.EITHER : text(type.getAsInt()) ? Kind.TEXT : Kind.OTHER;
        }
        return Kind.EITHER;
    }

    private static boolean text(int type) {
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.REAL, Types.FLOAT, Types.DOUBLE ->
                false;
            case Types.NUMERIC, Types.DECIMAL, Types.BIT, Types.BOOLEAN, Types.DATE, Types.TIME, Types.TIMESTAMP ->
                false;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> false;
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIME_WITH_TIMEZONE -> false;
            default -> true;
        };
    }

    private OptionalInt type(Expression.Column column) {
        for (Origin origin : scope.resolve(column)) {
            if (origin.source().isPresent()) {
                return type(origin.source().get().table().table(), origin.column());
            }
        }
        Optional<Relation> relation = column.parts().size() > 1
                ? scope.relation(column.parts().subList(0, column.parts().size() - 1))
                : scope.relations().stream()
                        .filter(each ->
                                !each.find(column.last(), rewriting.dialect()).isEmpty())
                        .findFirst();
        return relation.filter(found -> !found.table().isEmpty())
                .flatMap(found -> rewriting.declarations().table(found.table()))
                .map(table -> named(table, column.last()))
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt type(Catalogue.Table table, String column) {
        return table.columns().stream()
                .filter(each -> each.name().equals(column))
                .mapToInt(Catalogue.Column::jdbcType)
                .findFirst();
    }

    private OptionalInt named(Catalogue.Table table, Name column) {
        return table.columns().stream()
                .filter(each -> column.is(each.name(), rewriting.dialect()))
                .mapToInt(Catalogue.Column::jdbcType)
                .findFirst();
    }
}
