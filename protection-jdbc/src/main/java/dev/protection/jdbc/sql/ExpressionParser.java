package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Expression.Compound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads expressions by climbing the levels of precedence. */
final class ExpressionParser {
    /** So many operators behind one operand are usual; more make the tree as deep as brackets do. */
    private static final int UNCOUNTED = 3;

    private final TokenStream tokens;
    private final Precedence precedence;
    private final Operators operators;
    private final OperatorParser continuations;
    private final PrimaryParser primaries;

    ExpressionParser(Grammar grammar) {
        this.tokens = grammar.tokens();
        this.precedence = new Precedence(tokens.dialect());
        this.operators = new Operators(tokens, precedence);
        this.continuations = new OperatorParser(grammar, this, precedence, operators);
        this.primaries = new PrimaryParser(grammar, this);
    }

    Expression parse() {
        return parse(Precedence.LOWEST);
    }

    /** Reads an expression of operators that bind tighter than a level. */
    Expression parse(int above) {
        tokens.enter();
        Expression result = climb(prefixed(above), above);
        tokens.leave();
        return result;
    }

    /** Goes on behind an operand that was read already. */
    Expression climb(Expression operand, int above) {
        ComparisonChain chain = new ComparisonChain(tokens);
        Expression left = operand;
        Optional<Operator> operator = operators.next();
        int length = 0;
        while (operator.isPresent() && operator.get().level() > above) {
            chain.add(operator.get());
            if (++length > UNCOUNTED) {
                tokens.countNested();
            }
            left = continuations.parse(left, operator.get());
            operator = operators.next();
        }
        return left;
    }

    List<Expression> list() {
        List<Expression> items = new ArrayList<>();
        do {
            items.add(parse());
        } while (tokens.acceptSymbol(","));
        return items;
    }

    /** Reads a value of a row, where DEFAULT may stand. */
    Expression value() {
        if (tokens.word("default") && !tokens.symbol(1, "(")) {
            return new Expression.DefaultWord(tokens.take().span());
        }
        return parse();
    }

    private Expression prefixed(int above) {
        Token first = tokens.peek();
        if (first.word("not")) {
            return negation(first, above);
        }
        if (first.word("binary") && tokens.in(Dialect.MARIADB)) {
            return prefix(first, precedence.collate());
        }
        if (first.kind() != Token.Kind.SYMBOL) {
            return primaries.parse();
        }
        return switch (first.text()) {
            case "+", "-" -> sign(first);
            case "(", "{" -> primaries.parse();
            case "~" -> tokens.in(Dialect.H2) ? primaries.parse() : prefix(first, bitwise());
            case "!" -> tokens.in(Dialect.MARIADB) ? prefix(first, 14) : anyPrefix(first);
            default -> anyPrefix(first);
        };
    }

    private int bitwise() {
        return tokens.in(Dialect.MARIADB) ? precedence.sign() : Precedence.ANY_OPERATOR;
    }

    private Expression negation(Token first, int above) {
        if (above >= precedence.not()) {
            throw tokens.refused();
        }
        tokens.take();
        Expression operand = parse(precedence.not());
        return new Compound(tokens.since(first), Compound.Kind.LOGICAL, List.of(operand));
    }

    /** H2 casts before it signs, which surprises: refused. */
    private Expression sign(Token first) {
        boolean castFirst =
                tokens.in(Dialect.H2) && tokens.peek(1).kind() == Token.Kind.NUMBER && tokens.symbol(2, "::");
        if (castFirst) {
            throw tokens.refused();
        }
        return prefix(first, precedence.sign());
    }

    private Expression anyPrefix(Token first) {
        boolean operator = tokens.in(Dialect.POSTGRESQL)
                && "+-*/<>=~!@#%^&|`?".indexOf(first.text().charAt(0)) >= 0;
        if (!operator || first.text().equals("=") || first.text().equals("*")) {
            throw tokens.refused();
        }
        return prefix(first, Precedence.ANY_OPERATOR);
    }

    private Expression prefix(Token first, int level) {
        tokens.take();
        Expression operand = parse(level);
        boolean number = operand instanceof Expression.Literal && (first.symbol("-") || first.symbol("+"));
        return number
                ? new Expression.Literal(tokens.since(first), 1 + ((Expression.Literal) operand).tokens())
                : new Compound(tokens.since(first), Compound.Kind.COMPUTED, List.of(operand));
    }
}
