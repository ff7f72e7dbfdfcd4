package dev.protection.jdbc.sql;

import java.util.List;

/** Reads operands: literals, parameters, columns, brackets, functions. */
final class PrimaryParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final CallParser calls;
    private final WordParser words;

    PrimaryParser(Grammar grammar, ExpressionParser expressions) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.calls = new CallParser(grammar, expressions);
        this.words = new WordParser(grammar, expressions, calls);
    }

    Expression parse() {
        Token first = tokens.peek();
        return switch (first.kind()) {
            case NUMBER, STRING -> new Expression.Literal(tokens.take().span(), 1);
            case PARAMETER -> new Expression.Parameter(first.span(), tokens.parameter());
            case VARIABLE -> variable(first);
            case QUOTED -> columnOrCall(first);
            case WORD -> words.special(first).orElseGet(() -> columnOrCall(first));
            case SYMBOL -> symbol(first);
            case END -> throw tokens.refused();
        };
    }

    private Expression variable(Token first) {
        if (!tokens.textBetween(first.start(), first.end()).startsWith("@")) {
            throw SqlRefusal.NUMBERED_PARAMETER.at(first.start());
        }
        return new Expression.Variable(tokens.take().span());
    }

    private Expression symbol(Token first) {
        if (first.symbol("(")) {
            return grammar.brackets().parse();
        }
        if (first.symbol("{")) {
            return escape(first);
        }
        throw tokens.refused();
    }

    /** Of JDBC's escapes, literals of dates and times are understood. */
    private Expression escape(Token first) {
        tokens.take();
        boolean literal = tokens.anyWord("d", "t", "ts") && tokens.peek(1).kind() == Token.Kind.STRING;
        if (!literal) {
            throw SqlRefusal.JDBC_ESCAPE.at(first.start());
        }
        tokens.skip(2);
        tokens.expectSymbol("}");
        return new Expression.Literal(tokens.since(first), 4);
    }

    private Expression columnOrCall(Token first) {
        boolean function = tokens.symbol(1, "(") && Keywords.FUNCTIONS_TOO.contains(first.text());
        boolean reserved = first.kind() == Token.Kind.WORD && Keywords.RESERVED.contains(first.text());
        boolean name = reserved && tokens.in(Dialect.POSTGRESQL) && Keywords.NOT_IN_POSTGRESQL.contains(first.text());
        if (reserved && !function && !name) {
            throw tokens.refused();
        }
        List<Name> parts = function || name ? List.of(tokens.anyName()) : tokens.qualifiedName();
        if (tokens.symbol("(")) {
            return calls.parse(first, parts);
        }
        if (tokens.symbol(".") && tokens.symbol(1, "*")) {
            tokens.skip(2);
            return new Expression.QualifiedStar(tokens.since(first), parts);
        }
        return new Expression.Column(tokens.since(first), parts);
    }
}
