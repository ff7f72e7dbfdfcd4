package dev.protection.jdbc.sql;

import java.util.List;

/** Finds out whether an expression computes over a group of rows. */
final class Aggregates {
    private Aggregates() {}

    static boolean in(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return (Functions.aggregate(call) && !call.window()) || any(call.arguments());
        }
        if (expression instanceof Expression.Compound compound) {
            return any(compound.operands());
        }
        if (expression instanceof Expression.Like like) {
            return any(like.operands());
        }
        if (expression instanceof Expression.Parenthesised brackets) {
            return in(brackets.inner());
        }
        if (expression instanceof Expression.Comparison comparison) {
            return in(comparison.left()) || in(comparison.right());
        }
        if (expression instanceof Expression.Distinctness test) {
            return in(test.left()) || in(test.right());
        }
        if (expression instanceof Expression.Quantified test) {
            return in(test.left()) || in(test.operand());
        }
        if (expression instanceof Expression.Membership test) {
            return in(test.tested()) || any(test.items());
        }
        if (expression instanceof Expression.QueryMembership test) {
            return in(test.tested());
        }
        return expression instanceof Expression.NullTest test && in(test.tested());
    }

    private static boolean any(List<Expression> expressions) {
        return expressions.stream().anyMatch(Aggregates::in);
    }
}
