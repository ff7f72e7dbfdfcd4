package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Expression.Compound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what follows an operator. */
final class OperatorParser {
    private static final Set<String> LIKE = Set.of("like", "ilike");

    private final Grammar grammar;
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final Precedence precedence;
    private final Operators operators;

    OperatorParser(Grammar grammar, ExpressionParser expressions, Precedence precedence, Operators operators) {
        this.operators = operators;
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.expressions = expressions;
        this.precedence = precedence;
    }

    Expression parse(Expression left, Operator operator) {
        tokens.skip(operator.tokens());
        return switch (operator.form()) {
            case LOGICAL -> binary(left, operator, Compound.Kind.LOGICAL);
            case COMPUTED -> computed(left, operator);
            case COMPARISON -> comparison(left, operator);
            case IS -> is(left);
            case NULL_TEST -> new Expression.NullTest(tokens.since(left), left);
            case BETWEEN -> between(left);
            case IN -> in(left, operator);
            case PATTERN -> pattern(left, operator);
            case CAST -> cast(left);
            case SUBSCRIPT -> subscript(left);
            case FIELD -> field(left);
            case COLLATE -> collate(left);
            case AT_ZONE -> zone(left);
            case NAMED -> named(left, operator);
            case ASSIGN -> compound(left, Compound.Kind.COMPUTED, List.of(left, expressions.parse()));
            case FORMAT -> format(left);
            case STRING -> moreString(left);
        };
    }

    private Compound compound(Expression left, Compound.Kind kind, List<Expression> operands) {
        return new Compound(tokens.since(left), kind, operands);
    }

    /** Operators of one level in a row become one node, so that long chains make no deep tree. */
    private Expression binary(Expression left, Operator operator, Compound.Kind kind) {
        List<Expression> operands = new ArrayList<>(List.of(left));
        operands.add(expressions.parse(operator.level()));
        Optional<Operator> next = operators.next();
        while (next.isPresent() && next.get().continues(operator)) {
            tokens.skip(next.get().tokens());
            operands.add(quantifier() ? quantified() : expressions.parse(operator.level()));
            next = operators.next();
        }
        return compound(left, kind, operands);
    }

    private Expression computed(Expression left, Operator operator) {
        if (quantifier()) {
            return compound(left, Compound.Kind.COMPUTED, List.of(left, quantified()));
        }
        return binary(left, operator, Compound.Kind.COMPUTED);
    }

    private Expression comparison(Expression left, Operator operator) {
        if (quantifier()) {
            boolean all = tokens.take().word("all");
            Expression operand = grammar.brackets().parse();
            return new Expression.Quantified(tokens.since(left), left, operator.text(), all, operand);
        }
        Expression right = expressions.parse(operator.level());
        return new Expression.Comparison(tokens.since(left), left, operator.text(), right);
    }

    private boolean quantifier() {
        return tokens.anyWord("any", "all", "some") && tokens.symbol(1, "(");
    }

    private Expression quantified() {
        Token first = tokens.take();
        Expression operand = grammar.brackets().parse();
        return new Compound(tokens.since(first), Compound.Kind.RANGE, List.of(operand));
    }

    private Expression is(Expression left) {
        boolean not = tokens.accept("not");
        if (tokens.accept("null")) {
            return new Expression.NullTest(tokens.since(left), left);
        }
        if (tokens.accept("distinct", "from")) {
            if (quantifier()) {
                return compound(left, Compound.Kind.RANGE, List.of(left, quantified()));
            }
            Expression right = expressions.parse(precedence.is());
            return new Expression.Distinctness(tokens.since(left), left, not, right);
        }
        if (!tokens.acceptAny("true", "false", "unknown")) {
            kind();
        }
        return compound(left, Compound.Kind.COMPUTED, List.of(left));
    }

    /** {@code IS DOCUMENT}, {@code IS JSON ..}, {@code IS OF (types)}. */
    private void kind() {
        boolean postgresql = tokens.in(Dialect.POSTGRESQL);
        if (postgresql && tokens.acceptAny("document", "normalized")) {
            return;
        }
        if (!tokens.in(Dialect.MARIADB) && tokens.accept("json")) {
            tokens.acceptAny("value", "array", "object", "scalar");
            new JsonParser(grammar).unique();
        } else if (tokens.in(Dialect.H2) && tokens.accept("of")) {
            tokens.expectSymbol("(");
            do {
                grammar.types().parse();
            } while (tokens.acceptSymbol(","));
            tokens.expectSymbol(")");
        } else {
            throw tokens.refused();
        }
    }

    private Expression format(Expression left) {
        if (tokens.accept("encoding")) {
            tokens.anyName();
        }
        return compound(left, Compound.Kind.COMPUTED, List.of(left));
    }

    private Expression between(Expression left) {
        tokens.acceptAny("symmetric", "asymmetric");
        Expression low = expressions.parse(precedence.bound());
        tokens.expect("and");
        Expression high = expressions.parse(precedence.bound());
        return compound(left, Compound.Kind.RANGE, List.of(left, low, high));
    }

    private Expression in(Expression left, Operator operator) {
        if (!tokens.symbol("(")) {
            throw tokens.refused();
        }
        if (tokens.in(Dialect.H2) && tokens.symbol(1, ")")) {
            tokens.skip(2);
            return new Expression.Membership(tokens.since(left), left, operator.negated(), List.of());
        }
        List<Expression> items = grammar.brackets().list();
        if (items.size() == 1 && items.get(0) instanceof Expression.Subquery subquery) {
            return new Expression.QueryMembership(tokens.since(left), left, subquery.query());
        }
        return new Expression.Membership(tokens.since(left), left, operator.negated(), items);
    }

    private Expression pattern(Expression left, Operator operator) {
        if (operator.text().equals("similar")) {
            tokens.expect("to");
        }
        boolean like = LIKE.contains(operator.text()) && !quantifier();
        List<Expression> operands = new ArrayList<>(List.of(left));
        operands.add(quantifier() ? quantified() : expressions.parse(precedence.pattern()));
        if (tokens.accept("escape")) {
            operands.add(expressions.parse(precedence.escape()));
        }
        if (like) {
            Optional<Expression> escape = operands.size() > 2 ? Optional.of(operands.get(2)) : Optional.empty();
            return new Expression.Like(
                    tokens.since(left), left, operator.text(), operator.negated(), operands.get(1), escape);
        }
        return compound(left, Compound.Kind.PATTERN, operands);
    }

    private Expression cast(Expression left) {
        grammar.types().parse();
        return compound(left, Compound.Kind.COMPUTED, List.of(left));
    }

    private Expression subscript(Expression left) {
        List<Expression> operands = new ArrayList<>(List.of(left));
        if (!tokens.symbol(":") && !tokens.symbol("]")) {
            operands.add(expressions.parse());
        }
        if (tokens.in(Dialect.POSTGRESQL) && tokens.acceptSymbol(":") && !tokens.symbol("]")) {
            operands.add(expressions.parse());
        }
        tokens.expectSymbol("]");
        return compound(left, Compound.Kind.COMPUTED, operands);
    }

    private Expression field(Expression left) {
        if (!tokens.acceptSymbol("*")) {
            tokens.anyName();
        }
        return compound(left, Compound.Kind.COMPUTED, List.of(left));
    }

    private Expression collate(Expression left) {
        boolean special = tokens.in(Dialect.MARIADB)
                && (tokens.peek().kind() == Token.Kind.STRING || tokens.anyWord("binary", "default"));
        if (special) {
            tokens.take();
        } else {
            tokens.qualifiedName();
        }
        return compound(left, Compound.Kind.COMPUTED, List.of(left));
    }

    private Expression zone(Expression left) {
        if (tokens.accept("local")) {
            return compound(left, Compound.Kind.COMPUTED, List.of(left));
        }
        tokens.expect("time", "zone");
        return compound(left, Compound.Kind.COMPUTED, List.of(left, expressions.parse(Precedence.AT_ZONE)));
    }

    private Expression named(Expression left, Operator operator) {
        tokens.expectSymbol("(");
        while (!tokens.acceptSymbol(")")) {
            tokens.take();
        }
        Expression right = quantifier() ? quantified() : expressions.parse(operator.level());
        return compound(left, Compound.Kind.RANGE, List.of(left, right));
    }

    private Expression moreString(Expression left) {
        tokens.take();
        int count = left instanceof Expression.Literal literal ? literal.tokens() : 1;
        return new Expression.Literal(tokens.since(left), count + 1);
    }
}
