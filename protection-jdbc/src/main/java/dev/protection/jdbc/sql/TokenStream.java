package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The tokens of one statement, read from front to back; counts depth and steps so that neither can run away. */
final class TokenStream {
    static final int MAX_DEPTH = 200;
    private static final int MAX_NESTED = 500;

    private final Dialect dialect;
    private final String sql;
    private final List<Token> tokens;
    private final Token end;
    private int position;
    private int depth;
    private int nested;
    private int parameters;
    private long steps;

    TokenStream(String sql, Dialect dialect, List<Token> tokens) {
        this.sql = sql;
        this.dialect = dialect;
        this.tokens = tokens;
        this.end = new Token(Kind.END, sql.length(), sql.length(), "");
    }

    Dialect dialect() {
        return dialect;
    }

    boolean in(Dialect one) {
        return dialect == one;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        steps++;
        int index = position + ahead;
        return index < tokens.size() ? tokens.get(index) : end;
    }

    Token take() {
        Token token = peek();
        if (token.kind() == Kind.END) {
            throw refused();
        }
        position++;
        return token;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            take();
        }
    }

    Token last() {
        return tokens.get(position - 1);
    }

    /** The token taken some tokens ago: 1 is the last one. */
    Token before(int count) {
        return position >= count ? tokens.get(position - count) : end;
    }

    boolean word(String word) {
        return peek().word(word);
    }

    boolean word(int ahead, String word) {
        return peek(ahead).word(word);
    }

    boolean anyWord(String... words) {
        for (String word : words) {
            if (word(word)) {
                return true;
            }
        }
        return false;
    }

    boolean words(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!word(i, words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean symbol(String symbol) {
        return peek().symbol(symbol);
    }

    boolean symbol(int ahead, String symbol) {
        return peek(ahead).symbol(symbol);
    }

    boolean accept(String... words) {
        if (!words(words)) {
            return false;
        }
        position += words.length;
        return true;
    }

    boolean acceptAny(String... words) {
        if (!anyWord(words)) {
            return false;
        }
        position++;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        if (!symbol(symbol)) {
            return false;
        }
        position++;
        return true;
    }

    void expect(String... words) {
        if (!accept(words)) {
            throw refused();
        }
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw refused();
        }
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    /** Takes a plain {@code ?} and returns its number. */
    int parameter() {
        take();
        return ++parameters;
    }

    /** The stretch from a token taken earlier to the last one taken. */
    Span since(Token first) {
        return new Span(first.start(), last().end());
    }

    Span since(Node first) {
        return new Span(first.span().start(), last().end());
    }

    String textBetween(int from, int to) {
        return sql.substring(from, to);
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw SqlRefusal.TOO_DEEP.at(peek().start());
        }
    }

    void leave() {
        leave(1);
    }

    void leave(int levels) {
        depth -= levels;
    }

    /** Counts a node that makes the tree deeper without a bracket. */
    void countNested() {
        if (++nested > MAX_NESTED) {
            throw SqlRefusal.TOO_DEEP.at(peek().start());
        }
    }

    long steps() {
        return steps;
    }

    SqlRefused refused() {
        return SqlRefusal.SYNTAX.at(peek().start());
    }

    /** A name that is not reserved. */
    Name name() {
        if (peek().kind() == Kind.WORD && Keywords.RESERVED.contains(peek().text())) {
            throw refused();
        }
        return anyName();
    }

    /** A name where any word will do, as after a dot or AS. */
    Name anyName() {
        if (!peek().name()) {
            throw refused();
        }
        Token token = take();
        boolean quoted = token.kind() == Kind.QUOTED;
        return new Name(quoted ? token.text() : sql.substring(token.start(), token.end()), quoted, token.span());
    }

    boolean atName() {
        Token token = peek();
        return token.kind() == Kind.QUOTED || (token.kind() == Kind.WORD && !Keywords.RESERVED.contains(token.text()));
    }

    /** {@code a.b.c}, leaving a final {@code .*}. */
    List<Name> qualifiedName() {
        List<Name> parts = new ArrayList<>(3);
        parts.add(name());
        while (symbol(".") && !symbol(1, "*")) {
            take();
            parts.add(anyName());
        }
        return parts;
    }

    /** {@code (a, b, c)}. */
    List<Name> names() {
        List<Name> names = new ArrayList<>();
        expectSymbol("(");
        do {
            names.add(anyName());
        } while (acceptSymbol(","));
        expectSymbol(")");
        return names;
    }
}
