package dev.protection.jdbc.sql;

import java.util.List;

/** Checks what a query sorts by: an ordinal, a label or an expression. */
final class OrderChecker {
    private final Rewriting rewriting;
    private final QueryResult result;
    private final UseChecker checker;

    OrderChecker(Rewriting rewriting, Scope scope, CommonTables common, QueryResult result) {
        this.rewriting = rewriting;
        this.result = result;
        this.checker = new UseChecker(rewriting, scope, common, result.columns());
    }

    void check(List<Expression> order) {
        order.forEach(this::check);
    }

    void check(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            ordinal(literal);
        } else if (!label(expression)) {
            checker.check(expression, SqlRefusal.ORDER);
        }
    }

    private void ordinal(Expression.Literal literal) {
        String digits = literal.span().of(rewriting.sql());
        boolean number = digits.length() < 5 && digits.chars().allMatch(c -> Characters.digit((char) c));
        if (!number || !result.complete()) {
            boolean encrypted = result.columns().stream().anyMatch(output -> output.sealed());
            if (encrypted) {
                throw SqlRefusal.ORDER.at(literal.span().start());
            }
            return;
        }
        int index = Integer.parseInt(digits) - 1;
        if (index >= 0 && index < result.columns().size()) {
            sorted(result.columns().get(index), literal);
        }
    }

    /**
     * A bare name that is a label means that column, in all three databases; in H2 only if no item before is a column of
     * that name under another label.
     */
    private boolean label(Expression expression) {
        if (!(expression instanceof Expression.Column column) || column.parts().size() > 1) {
            return false;
        }
        if (rewriting.dialect() == Dialect.H2) {
            relabelled(result.columns(), column.last()).forEach(output -> sorted(output, expression));
        }
        List<Output> named = result.columns().stream()
                .filter(output -> output.name().isPresent()
                        && column.last().looselyIs(output.name().get()))
                .toList();
        named.forEach(output -> sorted(output, expression));
        return !named.isEmpty();
    }

    /** Columns of a name that are shown under another. */
    static List<Output> relabelled(List<Output> outputs, Name name) {
        return outputs.stream()
                .filter(output -> output.column()
                        .filter(column -> name.looselyIs(column.last().text()))
                        .isPresent())
                .filter(output -> output.name().filter(name::looselyIs).isEmpty())
                .toList();
    }

    private void sorted(Output output, Expression place) {
        if (output.sealed()) {
            throw SqlRefusal.ORDER.at(place.span().start());
        }
        output.origin().use().ifPresent(rewriting::use);
    }
}
