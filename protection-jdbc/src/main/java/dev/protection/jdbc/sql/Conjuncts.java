package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a condition that must all hold.
 *
 * @param rewriting the statement
 */
record Conjuncts(Rewriting rewriting) {
    List<Expression> of(Expression condition) {
        if (condition instanceof Expression.Parenthesised brackets) {
            return of(brackets.inner());
        }
        List<Expression> parts = new ArrayList<>();
        if (condition instanceof Expression.Compound compound && joinedByAnd(compound)) {
            compound.operands().forEach(operand -> parts.addAll(of(operand)));
        } else {
            parts.add(condition);
        }
        return parts;
    }

    private boolean joinedByAnd(Expression.Compound compound) {
        List<Expression> operands = compound.operands();
        boolean and = compound.kind() == Expression.Compound.Kind.LOGICAL && operands.size() > 1;
        for (int i = 1; i < operands.size() && and; i++) {
            int start = operands.get(i - 1).span().end();
            Span between = new Span(start, operands.get(i).span().start());
            List<Token> tokens = Tokenizer.tokens(between.of(rewriting.sql()), rewriting.dialect(), rewriting.mode());
            and = tokens.size() == 1 && tokens.get(0).word("and");
        }
        return and;
    }
}
