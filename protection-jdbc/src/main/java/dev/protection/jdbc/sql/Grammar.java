package dev.protection.jdbc.sql;

/** The parsers of one statement, which call each other. */
final class Grammar {
    private final TokenStream tokens;
    private final TypeParser types;
    private final WindowParser windows;
    private final ExpressionParser expressions;
    private final BracketParser brackets;
    private final FromParser sources;
    private final QueryParser queries;
    private final ChangeParser changes;

    Grammar(TokenStream tokens) {
        this.tokens = tokens;
        this.types = new TypeParser(tokens);
        this.windows = new WindowParser(this);
        this.brackets = new BracketParser(this);
        this.expressions = new ExpressionParser(this);
        this.sources = new FromParser(this);
        this.queries = new QueryParser(this);
        this.changes = new ChangeParser(this);
    }

    TokenStream tokens() {
        return tokens;
    }

    TypeParser types() {
        return types;
    }

    WindowParser windows() {
        return windows;
    }

    ExpressionParser expressions() {
        return expressions;
    }

    BracketParser brackets() {
        return brackets;
    }

    FromParser sources() {
        return sources;
    }

    QueryParser queries() {
        return queries;
    }

    ChangeParser changes() {
        return changes;
    }
}
