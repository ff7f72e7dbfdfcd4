package dev.protection.jdbc.sql;

import java.util.List;

/** Turns a text into a tree; reaches the end of the text or refuses. */
final class Parser {
    private final TokenStream tokens;

    Parser(String sql, Dialect dialect, List<Token> tokens) {
        this.tokens = new TokenStream(sql, dialect, tokens);
    }

    static Statement parse(String sql, Dialect dialect) {
        return new Parser(sql, dialect, Tokenizer.tokens(sql, dialect)).statement();
    }

    Statement statement() {
        Statement statement = new Grammar(tokens).changes().statement();
        end();
        return statement;
    }

    private void end() {
        while (tokens.acceptSymbol(";")) {
            if (!tokens.atEnd() && !tokens.symbol(";")) {
                throw SqlRefusal.SEVERAL_STATEMENTS.at(tokens.peek().start());
            }
        }
        if (!tokens.atEnd()) {
            throw tokens.refused();
        }
    }

    /** How often a token was looked at: the measure of work that must stay linear. */
    long steps() {
        return tokens.steps();
    }
}
