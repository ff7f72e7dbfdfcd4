package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/**
 * Decides for each place where an expression names a column whether an encrypted column may stand there, and rewrites
 * the comparisons that its index answers.
 */
final class UseChecker {
    private final Rewriting rewriting;
    private final Scope scope;
    private final CommonTables common;
    private final List<Output> labels;
    private final IndexComparison comparisons;

    /**
     * Makes a checker.
     *
     * @param labels columns of the select list that the expression might name by their labels
     */
    UseChecker(Rewriting rewriting, Scope scope, CommonTables common, List<Output> labels) {
        this.rewriting = rewriting;
        this.scope = scope;
        this.common = common;
        this.labels = labels;
        this.comparisons = new IndexComparison(rewriting);
    }

    void checkAll(List<Expression> expressions, SqlRefusal whenEncrypted) {
        for (Expression expression : expressions) {
            check(expression, whenEncrypted);
        }
    }

    void check(Expression expression, SqlRefusal whenEncrypted) {
        if (expression instanceof Expression.Column column) {
            column(column, whenEncrypted);
        } else if (expression instanceof Expression.Parenthesised brackets) {
            check(brackets.inner(), whenEncrypted);
        } else if (expression instanceof Expression.Comparison comparison) {
            comparison(comparison);
        } else if (expression instanceof Expression.Membership membership) {
            membership(membership);
        } else if (expression instanceof Expression.NullTest test) {
            nullTest(test);
        } else if (expression instanceof Expression.QueryMembership membership) {
            check(membership.tested(), SqlRefusal.COMPARED_WITH);
            subquery(membership.query(), ListUse.VALUES);
        } else if (expression instanceof Expression.Subquery subquery) {
            subquery(subquery.query(), subquery.exists() ? ListUse.EXISTENCE : ListUse.VALUES);
        } else if (expression instanceof Expression.Call call) {
            call(call);
        } else if (expression instanceof Expression.QualifiedStar star) {
            star(star);
        } else if (expression instanceof Expression.Compound compound) {
            checkAll(compound.operands(), refusal(compound.kind(), whenEncrypted));
        }
    }

    private static SqlRefusal refusal(Expression.Compound.Kind kind, SqlRefusal outer) {
        return switch (kind) {
            case PATTERN -> SqlRefusal.PATTERN;
            case RANGE -> SqlRefusal.COMPARISON;
            case COMPUTED, ROW ->
                outer == SqlRefusal.ORDER || outer == SqlRefusal.GROUP ? outer : SqlRefusal.EXPRESSION;
            case LOGICAL -> SqlRefusal.EXPRESSION;
        };
    }

    private void column(Expression.Column column, SqlRefusal whenEncrypted) {
        for (Origin origin : origins(column)) {
            if (origin.helper()) {
                throw SqlRefusal.HELPER_COLUMN.at(column.span().start());
            }
            if (origin.encrypted()) {
                throw whenEncrypted.at(column.span().start());
            }
            origin.use().ifPresent(rewriting::use);
        }
    }

    private List<Origin> origins(Expression.Column column) {
        List<Origin> origins = scope.resolve(column);
        boolean label = column.parts().size() == 1
                && labels.stream()
                        .anyMatch(output ->
                                named(output, column.last()) && output.origin().encrypted());
        if (label && origins.contains(Origin.UNKNOWN)) {
            throw SqlRefusal.COLUMN_UNKNOWN.at(column.span().start());
        }
        return origins;
    }

    private static boolean named(Output output, Name name) {
        return output.name().isPresent() && name.looselyIs(output.name().get());
    }

    /** The encrypted column that an operand is, brackets aside. */
    private Optional<Origin> encrypted(Expression operand) {
        if (operand instanceof Expression.Parenthesised brackets) {
            return encrypted(brackets.inner());
        }
        if (!(operand instanceof Expression.Column column)) {
            return Optional.empty();
        }
        return origins(column).stream().filter(Origin::encrypted).findFirst();
    }

    private void comparison(Expression.Comparison comparison) {
        Optional<Origin> left = encrypted(comparison.left());
        Optional<Origin> right = encrypted(comparison.right());
        if (left.isPresent() && right.isPresent()) {
            throw SqlRefusal.COMPARED_WITH.at(comparison.span().start());
        }
        if (left.isPresent()) {
            comparisons.rewrite(comparison, comparison.left(), left.get(), comparison.right());
        } else if (right.isPresent()) {
            comparisons.rewrite(comparison, comparison.right(), right.get(), comparison.left());
        } else {
            check(comparison.left(), SqlRefusal.COMPARISON);
            check(comparison.right(), SqlRefusal.COMPARISON);
        }
    }

    private void membership(Expression.Membership membership) {
        Optional<Origin> tested = encrypted(membership.tested());
        if (tested.isPresent()) {
            comparisons.rewrite(membership, tested.get());
        } else {
            check(membership.tested(), SqlRefusal.COMPARISON);
            checkAll(membership.items(), SqlRefusal.COMPARED_WITH);
        }
    }

    /** A cell is NULL exactly when its value is. */
    private void nullTest(Expression.NullTest test) {
        Optional<Origin> tested = encrypted(test.tested());
        if (tested.isPresent()) {
            tested.get().use().ifPresent(rewriting::use);
        } else {
            check(test.tested(), SqlRefusal.EXPRESSION);
        }
    }

    private void call(Expression.Call call) {
        if (Functions.RUNS_TEXT.contains(call.function())) {
            throw SqlRefusal.RUNS_TEXT.at(call.span().start());
        }
        checkAll(call.arguments(), Functions.aggregate(call) ? SqlRefusal.AGGREGATE : SqlRefusal.EXPRESSION);
    }

    private void star(Expression.QualifiedStar star) {
        boolean row = scope.relation(star.table())
                .map(relation -> relation.holdsProtected() || !relation.complete())
                .orElse(true);
        if (row) {
            throw SqlRefusal.WHOLE_ROW.at(star.span().start());
        }
    }

    private void subquery(Query query, ListUse use) {
        new QueryPlanner(rewriting).plan(query, Optional.of(scope), common, use);
    }
}
