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
    private final ComparisonChecker comparisons;
    private final IndexComparison index;
    private boolean grouped;
    private boolean chooses;
    private final TextComparison texts;

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
        this.index = new IndexComparison(rewriting);
        this.comparisons = new ComparisonChecker(this, rewriting);
        this.texts = new TextComparison(rewriting);
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
            comparisons.check(comparison);
        } else if (expression instanceof Expression.Like like) {
            like(like);
        } else if (expression instanceof Expression.Membership membership) {
            comparisons.check(membership);
        } else if (expression instanceof Expression.Distinctness test) {
            comparisons.check(test);
        } else if (expression instanceof Expression.Quantified test) {
            comparisons.check(test);
        } else if (expression instanceof Expression.NullTest test) {
            nullTest(test);
        } else if (expression instanceof Expression.QueryMembership membership) {
            comparisons.check(membership);
        } else if (expression instanceof Expression.Subquery subquery) {
            subquery(subquery.query(), subquery.exists() ? ListUse.EXISTENCE : ListUse.VALUES);
        } else if (expression instanceof Expression.Call call) {
            call(call);
        } else if (expression instanceof Expression.QualifiedStar star) {
            star(star);
        } else if (expression instanceof Expression.Compound compound) {
            compound(compound, whenEncrypted);
        }
    }

    private static SqlRefusal refusal(Expression.Compound.Kind kind, SqlRefusal outer) {
        return switch (kind) {
            case PATTERN -> SqlRefusal.PATTERN;
            case RANGE -> SqlRefusal.COMPARISON;
            case COMPUTED, ROW ->
                outer == SqlRefusal.ORDER || outer == SqlRefusal.GROUP ? outer : SqlRefusal.EXPRESSION;
            case LOGICAL -> SqlRefusal.EXPRESSION;
            case PARTITION -> SqlRefusal.GROUP;
            case SORT -> SqlRefusal.ORDER;
        };
    }

    /** Whether this is about groups and not about rows. */
    boolean besidesGroups() {
        return grouped;
    }

    private void compound(Expression.Compound compound, SqlRefusal whenEncrypted) {
        if (compound.kind() == Expression.Compound.Kind.RANGE && comparisons.check(compound)) {
            return;
        }
        for (Expression operand : compound.operands()) {
            Optional<IndexedColumn> divided =
                    compound.kind() == Expression.Compound.Kind.PARTITION ? encrypted(operand) : Optional.empty();
            if (divided.isPresent()) {
                index.replace(divided.get(), List.of(divided.get().use()));
            } else {
                check(operand, refusal(compound.kind(), whenEncrypted));
            }
        }
    }

    private void column(Expression.Column column, SqlRefusal whenEncrypted) {
        for (Origin origin : origins(column)) {
            if (origin.helper()) {
                throw SqlRefusal.HELPER_COLUMN.at(column.span().start());
            }
            boolean truth = chooses && !grouped && whenEncrypted == SqlRefusal.EXPRESSION && origin.encrypted();
            if (truth && comparisons.truth(new IndexedColumn(column, origin))) {
                return;
            }
            if (origin.sealed()) {
                throw whenEncrypted.at(column.span().start());
            }
            origin.use().ifPresent(rewriting::use);
        }
    }

    private List<Origin> origins(Expression.Column column) {
        List<Origin> origins = scope.resolve(column);
        boolean label = column.parts().size() == 1
                && labels.stream().anyMatch(output -> named(output, column.last()) && output.sealed());
        if (label && origins.contains(Origin.UNKNOWN)) {
            throw SqlRefusal.COLUMN_UNKNOWN.at(column.span().start());
        }
        return origins;
    }

    private static boolean named(Output output, Name name) {
        return output.name().isPresent() && name.looselyIs(output.name().get());
    }

    /** The encrypted column that an operand is, brackets aside. */
    Optional<IndexedColumn> encrypted(Expression operand) {
        if (operand instanceof Expression.Parenthesised brackets) {
            return encrypted(brackets.inner());
        }
        if (!(operand instanceof Expression.Column column)) {
            return Optional.empty();
        }
        return origins(column).stream()
                .filter(Origin::encrypted)
                .findFirst()
                .map(origin -> new IndexedColumn(column, origin));
    }

    /** A checker of conditions on rows: there a truth value may stand for itself. */
    UseChecker choosing() {
        chooses = true;
        return this;
    }

    /** A checker of what stands beside groups, where the cells themselves are not at hand. */
    UseChecker besideGroups() {
        grouped = true;
        return this;
    }

    /** The encrypted column that stands alone as the argument of UPPER or LOWER. */
    Optional<TextComparison.Tested> cased(Expression operand) {
        if (operand instanceof Expression.Parenthesised brackets) {
            return cased(brackets.inner());
        }
        if (!(operand instanceof Expression.Call call)) {
            return Optional.empty();
        }
        return TextValues.cased(call)
                .flatMap(upper -> tested(
                        call.arguments().get(0), upper ? Piece.TextMatch.Form.UPPER : Piece.TextMatch.Form.LOWER));
    }

    private Optional<TextComparison.Tested> tested(Expression operand, Piece.TextMatch.Form form) {
        return encrypted(operand)
                .filter(column -> column.field().prefixed() || column.field().matched())
                .map(column -> new TextComparison.Tested(column, form));
    }

    private void like(Expression.Like like) {
        Optional<TextComparison.Tested> tested =
                tested(like.tested(), Piece.TextMatch.Form.EXACT).or(() -> cased(like.tested()));
        if (tested.isPresent() && grouped) {
            throw SqlRefusal.GROUP.at(like.span().start());
        }
        if (tested.isPresent()) {
            texts.like(like, tested.get());
        } else {
            checkAll(like.operands(), SqlRefusal.PATTERN);
        }
    }

    /** A cell is NULL exactly when its value is. */
    private void nullTest(Expression.NullTest test) {
        Optional<IndexedColumn> tested = encrypted(test.tested());
        if (tested.isPresent()) {
            rewriting.use(tested.get().use());
            if (grouped) {
                index.replace(tested.get(), List.of(tested.get().use()));
            }
        } else {
            check(test.tested(), SqlRefusal.EXPRESSION);
        }
    }

    private void call(Expression.Call call) {
        if (Functions.RUNS_TEXT.contains(call.function())) {
            throw SqlRefusal.RUNS_TEXT.at(call.span().start());
        }
        UseChecker arguments = grouped && Functions.aggregate(call) ? ofRows() : this;
        if (call.function().equals("count")) {
            arguments.count(call);
        } else {
            arguments.checkAll(
                    call.arguments(), Functions.aggregate(call) ? SqlRefusal.AGGREGATE : SqlRefusal.EXPRESSION);
        }
    }

    /** What is aggregated is computed row by row. */
    private UseChecker ofRows() {
        return new UseChecker(rewriting, scope, common, labels).choosing();
    }

    /** A cell is there exactly when its value is; different values are counted by their terms. */
    private void count(Expression.Call call) {
        for (Expression argument : call.arguments()) {
            Optional<IndexedColumn> counted = encrypted(argument);
            if (counted.isEmpty()) {
                check(argument, SqlRefusal.AGGREGATE);
            } else if (call.distinct()) {
                index.replace(counted.get(), List.of(counted.get().use()));
            } else {
                rewriting.use(counted.get().use());
            }
        }
    }

    private void star(Expression.QualifiedStar star) {
        boolean row = scope.relation(star.table())
                .map(relation -> relation.holdsProtected() || !relation.complete())
                .orElse(true);
        if (row) {
            throw SqlRefusal.WHOLE_ROW.at(star.span().start());
        }
    }

    QueryResult subquery(Query query, ListUse use) {
        return new QueryPlanner(rewriting).plan(query, Optional.of(scope), common, use);
    }
}
