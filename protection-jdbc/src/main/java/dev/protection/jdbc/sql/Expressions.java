package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks for something in an expression, down to its leaves; queries in it are leaves. */
final class Expressions {
    private Expressions() {}

    static boolean any(Expression expression, Predicate<Expression> wanted) {
        return wanted.test(expression) || any(operands(expression), wanted);
    }

    private static boolean any(List<Expression> expressions, Predicate<Expression> wanted) {
        return expressions.stream().anyMatch(each -> any(each, wanted));
    }

    static List<Expression> operands(Expression expression) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return List.of(brackets.inner());
        }
        if (expression instanceof Expression.Comparison comparison) {
            return List.of(comparison.left(), comparison.right());
        }
        if (expression instanceof Expression.Membership membership) {
            List<Expression> all = new ArrayList<>(membership.items());
            all.add(membership.tested());
            return all;
        }
        if (expression instanceof Expression.QueryMembership membership) {
            return List.of(membership.tested());
        }
        if (expression instanceof Expression.NullTest test) {
            return List.of(test.tested());
        }
        if (expression instanceof Expression.Call call) {
            return call.arguments();
        }
        return expression instanceof Expression.Compound compound ? compound.operands() : List.of();
    }

    /** Whether it names a column or asks a query, so that its value is not written in the text itself. */
    static boolean reads(Expression expression) {
        return any(
                expression,
                part -> part instanceof Expression.Column
                        || part instanceof Expression.Subquery
                        || part instanceof Expression.QueryMembership);
    }
}
