package dev.protection.jdbc.sql;

import java.util.List;

/**
 * Which expressions may give the value of an encrypted column through a query. The database computes them, so they must
 * not hold the value itself: no parameter, and not literals alone.
 */
final class ComputedValue {
    private ComputedValue() {}

    static void require(Expression expression, List<Token> tokens) {
        boolean parameter = tokens.stream()
                .anyMatch(token -> token.kind() == Token.Kind.PARAMETER
                        && token.start() >= expression.span().start()
                        && token.end() <= expression.span().end());
        if (parameter || !Expressions.reads(expression)) {
            throw SqlRefusal.ASSIGNED.at(expression.span().start());
        }
    }
}
