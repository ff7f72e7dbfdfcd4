package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Set;

/**
 * Finds out whether expressions are quiet, by a list of what is: columns, parameters, literals, comparisons, tests for
 * NULL, logic, and a few functions that never fail. Whatever is not on the list is loud.
 *
 * <p>In MariaDB and H2 a comparison of text with a number converts the text of each row, and fails on some: there both
 * sides must be of one kind, and what a text is compared with must be bound as text. PostgreSQL decides about types before
 * it looks at rows.
 */
final class Quietness {
    private static final Set<String> COMPARING = Set.of("=", "<>", "!=", "<", ">", "<=", ">=", "<=>");
    private static final Set<String> FUNCTIONS = Keywords.words("""
            lower upper lcase ucase trim ltrim rtrim btrim coalesce ifnull nullif length char_length character_length
            count min max current_date current_timestamp current_time localtimestamp localtime now current_user user""");

    private static final Set<String> TRUTH = Set.of("is", "not", "true", "false", "unknown");

    private final Rewriting rewriting;
    private final OperandKinds kinds;

    Quietness(Rewriting rewriting, Scope scope) {
        this.rewriting = rewriting;
        this.kinds = new OperandKinds(rewriting, scope);
    }

    Verdict all(List<? extends Expression> expressions) {
        Verdict verdict = Verdict.QUIET;
        for (Expression expression : expressions) {
            verdict = verdict.and(of(expression));
        }
        return verdict;
    }

    Verdict of(Expression expression) {
        if (rewriting.isOpened(expression.span())) {
            return Verdict.LOUD;
        }
        if (expression instanceof Expression.Column
                || expression instanceof Expression.Literal
                || expression instanceof Expression.Parameter) {
            return Verdict.QUIET;
        }
        if (expression instanceof Expression.Parenthesised brackets) {
            return of(brackets.inner());
        }
        if (expression instanceof Expression.NullTest test) {
            return of(test.tested());
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.Subquery subquery) {
            return subquery.exists() ? of(subquery.query()) : Verdict.LOUD;
        }
        return compared(expression);
    }

    private Verdict compared(Expression expression) {
        if (expression instanceof Expression.Comparison comparison) {
            if (terms(comparison.left()) || terms(comparison.right())) {
                return Verdict.QUIET;
            }
            return COMPARING.contains(comparison.operator())
                    ? pairs(comparison.left(), List.of(comparison.right()))
                    : Verdict.LOUD;
        }
        if (expression instanceof Expression.Like like) {
            return like(like);
        }
        if (expression instanceof Expression.Distinctness test) {
            return pairs(test.left(), List.of(test.right()));
        }
        if (expression instanceof Expression.Membership test) {
            return pairs(test.tested(), test.items());
        }
        if (expression instanceof Expression.Quantified test) {
            if (kinds.sealed(test.left())) {
                return Verdict.QUIET;
            }
            boolean array = test.operand() instanceof Expression.Parameter && COMPARING.contains(test.operator());
            return array && postgresql() ? of(test.left()) : Verdict.LOUD;
        }
        if (expression instanceof Expression.QueryMembership test) {
            return of(test.tested()).and(of(test.query()));
        }
        return expression instanceof Expression.Compound compound ? compound(compound) : Verdict.LOUD;
    }

    private boolean postgresql() {
        return rewriting.dialect() == Dialect.POSTGRESQL;
    }

    private Verdict pairs(Expression left, List<Expression> others) {
        Verdict verdict = of(left).and(all(others));
        for (Expression other : others) {
            verdict = postgresql() ? verdict : verdict.and(kinds.together(left, other));
        }
        return verdict;
    }

    private Verdict compound(Expression.Compound compound) {
        List<Expression> operands = compound.operands();
        return switch (compound.kind()) {
            case LOGICAL -> logical(operands);
            case RANGE -> operands.size() == 3 ? pairs(operands.get(0), operands.subList(1, 3)) : Verdict.LOUD;
            case PATTERN -> Verdict.LOUD;
            case ROW -> postgresql() ? all(operands) : Verdict.LOUD;
            default -> truth(compound) ? all(operands) : Verdict.LOUD;
        };
    }

    /** {@code IS [NOT] TRUE} and its kin. */
    private boolean truth(Expression.Compound compound) {
        if (compound.operands().size() != 1 || compound.kind() != Expression.Compound.Kind.COMPUTED) {
            return false;
        }
        Expression tested = compound.operands().get(0);
        Span tail = new Span(tested.span().end(), compound.span().end());
        List<Token> words = Tokenizer.tokens(tail.of(rewriting.sql()), rewriting.dialect(), rewriting.mode());
        return words.stream().allMatch(word -> TRUTH.contains(word.text()))
                && !words.isEmpty()
                && (postgresql() || OperandKinds.decides(tested));
    }

    /** Whether it is an encrypted column, or one in upper or lower case: terms are compared, whatever it stands beside. */
    private boolean terms(Expression operand) {
        if (operand instanceof Expression.Parenthesised brackets) {
            return terms(brackets.inner());
        }
        return (operand instanceof Expression.Call call
                        && TextValues.cased(call).isPresent())
                ? kinds.sealed(call.arguments().get(0))
                : kinds.sealed(operand);
    }

    private Verdict like(Expression.Like like) {
        if (terms(like.tested())) {
            return Verdict.QUIET;
        }
        boolean plain = like.escape().isEmpty() && kinds.plainPattern(like.pattern());
        if (!plain) {
            return Verdict.LOUD;
        }
        return all(like.operands()).and(postgresql() ? Verdict.QUIET : kinds.together(like.tested(), like.pattern()));
    }

    /** Outside PostgreSQL anything may be taken for a truth value, by a conversion that fails on some texts. */
    private Verdict logical(List<Expression> operands) {
        boolean tests = postgresql() || operands.stream().allMatch(OperandKinds::decides);
        return tests ? all(operands) : Verdict.LOUD;
    }

    private Verdict call(Expression.Call call) {
        boolean known = call.name().size() == 1 && FUNCTIONS.contains(call.function()) && !call.window();
        return known ? all(call.arguments()) : Verdict.LOUD;
    }

    /** A query whose selects were planned before. */
    Verdict of(Query query) {
        return parts(query).whole();
    }

    SelectVerdict parts(Query query) {
        Verdict around = all(query.order()).and(all(query.limits()));
        SelectVerdict parts = body(query.body()).and(new SelectVerdict(Verdict.QUIET, Verdict.QUIET, around));
        for (Query.CommonTable table : query.with()) {
            parts = parts.and(
                    table.statement() instanceof Statement.Read read ? parts(read.query()) : SelectVerdict.LOUD);
        }
        return parts;
    }

    private SelectVerdict body(Query.Body body) {
        if (body instanceof Select select) {
            return rewriting.verdict(select);
        }
        if (body instanceof Query.SetOperation operation) {
            return body(operation.left()).and(body(operation.right()));
        }
        if (body instanceof Query.Nested nested) {
            return parts(nested.query());
        }
        return body instanceof Query.NamedTable ? SelectVerdict.QUIET : SelectVerdict.LOUD;
    }
}
