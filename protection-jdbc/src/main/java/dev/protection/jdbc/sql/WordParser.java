package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Expression.Compound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads operands that begin with a keyword. */
final class WordParser {
    /** Functions with a syntax of their own that is not understood. */
    private static final Set<String> SPECIAL = Keywords.words("""
            xmlelement xmlforest xmlparse xmlpi xmlroot xmlserialize xmlexists json_query json_scalar json_serialize
            xmltable json_table""");

    private static final Set<String> JSON = Keywords.words("json_object json_array json_objectagg json_arrayagg");

    private final Grammar grammar;
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final CallParser calls;
    private final LiteralParser literals;

    WordParser(Grammar grammar, ExpressionParser expressions, CallParser calls) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.expressions = expressions;
        this.calls = calls;
        this.literals = new LiteralParser(grammar);
    }

    /** Returns the operand when the word is not an ordinary name here. */
    Optional<Expression> special(Token first) {
        String word = first.text();
        boolean bracket = tokens.symbol(1, "(");
        if (bracket && refusedCall(word)) {
            throw tokens.refused();
        }
        if (bracket && JSON.contains(word) && !tokens.in(Dialect.MARIADB)) {
            return Optional.of(new JsonParser(grammar).call(calls));
        }
        return switch (word) {
            case "case" -> Optional.of(cases(first));
            case "exists" -> Optional.of(exists(first));
            case "cast", "try_cast" -> bracket ? Optional.of(cast(first)) : Optional.empty();
            case "extract" -> bracket ? Optional.of(extract(first)) : Optional.empty();
            case "convert" -> convert(first, bracket);
            case "array" -> array(first);
            case "row" -> bracket ? Optional.of(row(first)) : Optional.empty();
            case "match" -> bracket && tokens.in(Dialect.MARIADB) ? Optional.of(match(first)) : Optional.empty();
            case "next" -> tokens.words("next", "value", "for") ? Optional.of(next(first)) : Optional.empty();
            case "default" -> Optional.of(defaultOf(first, bracket));
            case "char" -> bracket && tokens.in(Dialect.MARIADB) ? Optional.of(call(first)) : literals.parse(first);
            default -> literals.parse(first);
        };
    }

    private boolean refusedCall(String word) {
        boolean postgresql = tokens.in(Dialect.POSTGRESQL);
        return SPECIAL.contains(word)
                || (postgresql && Set.of("json", "json_exists", "json_value").contains(word))
                || (tokens.in(Dialect.H2) && word.equals("unique"));
    }

    private Expression computed(Token first, List<Expression> operands) {
        return new Compound(tokens.since(first), Compound.Kind.COMPUTED, operands);
    }

    private Expression call(Token first) {
        tokens.take();
        Name name = new Name(first.text(), false, first.span());
        return calls.parse(first, List.of(name));
    }

    private Expression cases(Token first) {
        tokens.take();
        List<Expression> operands = new ArrayList<>();
        if (!tokens.word("when")) {
            operands.add(expressions.parse());
        }
        while (tokens.accept("when")) {
            operands.addAll(tokens.in(Dialect.H2) ? expressions.list() : List.of(expressions.parse()));
            tokens.expect("then");
            operands.add(expressions.parse());
        }
        if (tokens.accept("else")) {
            operands.add(expressions.parse());
        }
        tokens.expect("end");
        return computed(first, operands);
    }

    private Expression exists(Token first) {
        tokens.take();
        if (!(grammar.brackets().parse() instanceof Expression.Subquery subquery)) {
            throw tokens.refused();
        }
        return new Expression.Subquery(tokens.since(first), true, subquery.query());
    }

    private Expression cast(Token first) {
        tokens.skip(2);
        Expression operand = expressions.parse();
        tokens.expect("as");
        grammar.types().parse();
        if (tokens.in(Dialect.H2) && tokens.accept("format")) {
            expressions.parse();
        }
        tokens.expectSymbol(")");
        return computed(first, List.of(operand));
    }

    private Expression extract(Token first) {
        tokens.skip(2);
        tokens.take();
        tokens.expect("from");
        Expression operand = expressions.parse();
        tokens.expectSymbol(")");
        return computed(first, List.of(operand));
    }

    private Optional<Expression> convert(Token first, boolean bracket) {
        if (!bracket || tokens.in(Dialect.POSTGRESQL)) {
            return Optional.empty();
        }
        tokens.skip(2);
        Expression operand = expressions.parse();
        if (tokens.accept("using")) {
            tokens.anyName();
        } else {
            tokens.expectSymbol(",");
            grammar.types().parse();
        }
        tokens.expectSymbol(")");
        return Optional.of(computed(first, List.of(operand)));
    }

    private Optional<Expression> array(Token first) {
        if (tokens.in(Dialect.MARIADB)) {
            return Optional.empty();
        }
        if (tokens.symbol(1, "[")) {
            tokens.take();
            return Optional.of(elements(first));
        }
        if (!tokens.symbol(1, "(")) {
            return Optional.empty();
        }
        tokens.take();
        return Optional.of(computed(first, List.of(grammar.brackets().parse())));
    }

    private Expression elements(Token first) {
        tokens.enter();
        List<Expression> operands = new ArrayList<>();
        tokens.expectSymbol("[");
        if (!tokens.symbol("]")) {
            do {
                operands.add(tokens.symbol("[") ? elements(tokens.peek()) : expressions.parse());
            } while (tokens.acceptSymbol(","));
        }
        tokens.expectSymbol("]");
        tokens.leave();
        return computed(first, operands);
    }

    private Expression row(Token first) {
        tokens.skip(2);
        List<Expression> operands = new ArrayList<>();
        if (!tokens.symbol(")")) {
            do {
                operands.add(expressions.value());
            } while (tokens.acceptSymbol(","));
        }
        tokens.expectSymbol(")");
        return new Compound(tokens.since(first), Compound.Kind.ROW, operands);
    }

    private Expression match(Token first) {
        tokens.take();
        List<Expression> operands = new ArrayList<>(grammar.brackets().list());
        tokens.expect("against");
        tokens.expectSymbol("(");
        operands.add(expressions.parse(6));
        if (!tokens.accept("in", "boolean", "mode")) {
            tokens.accept("in", "natural", "language", "mode");
            tokens.accept("with", "query", "expansion");
        }
        tokens.expectSymbol(")");
        return new Compound(tokens.since(first), Compound.Kind.PATTERN, operands);
    }

    private Expression next(Token first) {
        tokens.skip(3);
        tokens.qualifiedName();
        return new Expression.NextValue(tokens.since(first));
    }

    private Expression defaultOf(Token first, boolean bracket) {
        if (!bracket || !tokens.in(Dialect.MARIADB)) {
            throw tokens.refused();
        }
        tokens.take();
        return computed(first, List.of(grammar.brackets().parse()));
    }
}
