package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/** Anything that has a value. */
sealed interface Expression extends Node {
    /** A column, or in PostgreSQL a whole row; the parts are schema, table, column as far as written. */
    record Column(Span span, List<Name> parts) implements Expression {
        Name last() {
            return parts.get(parts.size() - 1);
        }
    }

    /** A literal; {@code tokens} is how many tokens it was written with. */
    record Literal(Span span, int tokens) implements Expression {}

    /** A plain {@code ?}, counted from 1. */
    record Parameter(Span span, int logical) implements Expression {}

    /** The word {@code DEFAULT} in the place of a value. */
    record DefaultWord(Span span) implements Expression {}

    /** An expression in brackets. */
    record Parenthesised(Span span, Expression inner) implements Expression {}

    /** {@code left operator right} with an operator that compares. */
    record Comparison(Span span, Expression left, String operator, Expression right) implements Expression {}

    /** {@code tested [NOT] LIKE pattern [ESCAPE escape]}; {@code operator} is {@code like} or {@code ilike}. */
    record Like(
            Span span,
            Expression tested,
            String operator,
            boolean negated,
            Expression pattern,
            Optional<Expression> escape)
            implements Expression {
        List<Expression> operands() {
            return escape.map(character -> List.of(tested, pattern, character)).orElse(List.of(tested, pattern));
        }
    }

    /** {@code tested [NOT] IN (items)}. */
    record Membership(Span span, Expression tested, boolean negated, List<Expression> items) implements Expression {}

    /** {@code tested [NOT] IN (query)}. */
    record QueryMembership(Span span, Expression tested, Query query) implements Expression {}

    /** {@code left IS [NOT] DISTINCT FROM right}; {@code same} with NOT. */
    record Distinctness(Span span, Expression left, boolean same, Expression right) implements Expression {}

    /** {@code left operator ANY|ALL (operand)}; {@code all} for ALL. */
    record Quantified(Span span, Expression left, String operator, boolean all, Expression operand)
            implements Expression {}

    /** {@code tested IS [NOT] NULL}. */
    record NullTest(Span span, Expression tested) implements Expression {}

    /** A query as a value. */
    record Subquery(Span span, boolean exists, Query query) implements Expression {}

    /** A function; {@code arguments} are all expressions in it, those of its window too. */
    record Call(Span span, List<Name> name, boolean star, boolean distinct, boolean window, List<Expression> arguments)
            implements Expression {
        /** The bare name as keywords are compared. */
        String function() {
            return Folding.ascii(name.get(name.size() - 1).text());
        }
    }

    /** {@code t.*} among expressions. */
    record QualifiedStar(Span span, List<Name> table) implements Expression {}

    /** {@code NEXT VALUE FOR sequence}. */
    record NextValue(Span span) implements Expression {}

    /** A variable of the session. */
    record Variable(Span span) implements Expression {}

    /** Everything else: an operator or a form over its operands. */
    record Compound(Span span, Kind kind, List<Expression> operands) implements Expression {
        /** What to say when an encrypted column is among the operands. */
        enum Kind {
            /** AND, OR, NOT. */
            LOGICAL,
            /** LIKE and its kin. */
            PATTERN,
            /** BETWEEN and quantified or other comparisons. */
            RANGE,
            /** Anything that computes. */
            COMPUTED,
            /** Several values in brackets. */
            ROW,
            /** What a window is divided by. */
            PARTITION,
            /** What a window is sorted by. */
            SORT
        }
    }
}
