package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some neighbouring tokens of a definition, whose grammar is followed only as far as it matters.
 *
 * @param tokens the tokens
 */
record TokenList(List<Token> tokens) {
    private static final Token NONE = new Token(Kind.END, 0, 0, "");

    Token get(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NONE;
    }

    int size() {
        return tokens.size();
    }

    boolean words(int from, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!get(from + i).word(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean anyWord(String... words) {
        return Stream.of(words).anyMatch(word -> tokens.stream().anyMatch(token -> token.word(word)));
    }

    TokenList from(int start) {
        return new TokenList(tokens.subList(Math.min(start, tokens.size()), tokens.size()));
    }

    TokenList between(int start, int end) {
        return new TokenList(tokens.subList(start, end));
    }

    Span span() {
        return tokens.get(0).span().to(tokens.get(tokens.size() - 1).span());
    }

    /** The index of the bracket that closes the one at an index. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (get(i).symbol("(")) {
                depth++;
            } else if (get(i).symbol(")") && --depth == 0) {
                return i;
            }
        }
        throw SqlRefusal.SYNTAX.at(get(open).start());
    }

    int indexOfSymbol(String symbol, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (get(i).symbol(symbol)) {
                return i;
            }
        }
        return -1;
    }

    /** Splits at the commas that stand in no bracket. */
    List<TokenList> split() {
        List<TokenList> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += get(i).symbol("(") ? 1 : get(i).symbol(")") ? -1 : 0;
            if (depth == 0 && get(i).symbol(",")) {
                parts.add(between(start, i));
                start = i + 1;
            }
        }
        parts.add(between(start, tokens.size()));
        return parts;
    }

    /** Reads {@code a.b.c} at an index; the number of tokens is twice the parts less one. */
    List<Name> name(int index, String sql) {
        List<Name> parts = new ArrayList<>();
        int at = index;
        do {
            Token token = get(at);
            if (!token.name()) {
                throw SqlRefusal.SYNTAX.at(token.start());
            }
            boolean quoted = token.kind() == Kind.QUOTED;
            parts.add(new Name(quoted ? token.text() : token.span().of(sql), quoted, token.span()));
            at += 2;
        } while (get(at - 1).symbol("."));
        return parts;
    }

    static int length(List<Name> name) {
        return 2 * name.size() - 1;
    }
}
