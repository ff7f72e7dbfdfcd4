package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens with exact places; between them is nothing but white space and comments. */
final class Tokenizer {
    static final int MAX_CHARACTERS = 128 * 1024;
    static final int MAX_TOKENS = 20_000;

    private final Text text;
    private final Blanks blanks;
    private final Quotes quotes;
    private final Numbers numbers;
    private final Symbols symbols;
    private final List<Token> tokens;
    private final int limit;

    private Tokenizer(Text text, int limit) {
        this.text = text;
        this.limit = limit;
        this.blanks = new Blanks(text);
        this.quotes = new Quotes(text);
        this.numbers = new Numbers(text);
        this.symbols = new Symbols(text);
        this.tokens = new ArrayList<>(text.length() / 5 + 8);
    }

    /** Returns all tokens, without the end, as a session with the usual settings understands the text. */
    static List<Token> tokens(String sql, Dialect dialect) {
        return tokens(sql, dialect, SqlMode.of(dialect));
    }

    /** Returns all tokens, without the end. */
    static List<Token> tokens(String sql, Dialect dialect, SqlMode mode) {
        if (sql.length() > MAX_CHARACTERS) {
            throw SqlRefusal.TEXT_TOO_LONG.at(MAX_CHARACTERS);
        }
        return new Tokenizer(new Text(sql, dialect, mode), MAX_TOKENS).all();
    }

    /** Returns all tokens of a text of the library's own, which may be longer than what it was made from. */
    static List<Token> ofRewritten(String sql, Dialect dialect, SqlMode mode) {
        return new Tokenizer(new Text(sql, dialect, mode), Integer.MAX_VALUE).all();
    }

    private List<Token> all() {
        int at = blanks.skip(0);
        while (at < text.length()) {
            if (tokens.size() == limit) {
                throw SqlRefusal.TOO_MANY_TOKENS.at(at);
            }
            Token token = next(at);
            tokens.add(token);
            at = blanks.skip(token.end());
        }
        return tokens;
    }

    private Token next(int start) {
        int open = prefixed(start);
        if (open >= 0) {
            return inQuotes(start, open);
        }
        if (numbers.startsAt(start) && !memberAt(start)) {
            return number(start);
        }
        if (Characters.nameStart(text.at(start), text.dialect())) {
            return word(start, text.endOfName(start));
        }
        return switch (text.at(start)) {
            case '$' -> dollar(start);
            case '@' -> text.is(Dialect.POSTGRESQL) ? symbol(start) : variable(start);
            case '?' -> parameter(start);
            default -> symbol(start);
        };
    }

    /** Returns where a quote opens whose prefix, perhaps empty, starts here; -1 when none does. */
    private int prefixed(int start) {
        char first = text.at(start);
        if (first == '\'' || first == '"' || (first == '`' && !text.is(Dialect.POSTGRESQL))) {
            return start;
        }
        if (text.at(start + 1) == '\'' && prefixLetter(first)) {
            return start + 1;
        }
        boolean unicode = (first == 'u' || first == 'U') && text.at(start + 1) == '&' && !text.is(Dialect.MARIADB);
        return unicode && (text.at(start + 2) == '\'' || text.at(start + 2) == '"') ? start + 2 : -1;
    }

    private boolean prefixLetter(char c) {
        return switch (c) {
            case 'x', 'X', 'b', 'B', 'n', 'N' -> true;
            case 'e', 'E' -> text.is(Dialect.POSTGRESQL);
            default -> false;
        };
    }

    private Token inQuotes(int start, int open) {
        char quote = text.at(open);
        boolean string = quote == '\'' || (quote == '"' && !text.mode().namesInDoubleQuotes());
        boolean escapes =
                string && (text.mode().backslashEscapes() || (open > start && "eE".indexOf(text.at(start)) >= 0));
        int end = quotes.end(open, escapes);
        if (string) {
            return new Token(Kind.STRING, start, end, "");
        }
        if (open > start) {
            throw SqlRefusal.UNICODE_ESCAPE.at(start);
        }
        String mark = String.valueOf(quote);
        return new Token(
                Kind.QUOTED,
                start,
                end,
                text.sql().substring(start + 1, end - 1).replace(mark + mark, mark));
    }

    /** In {@code a.1b} of MariaDB the dot belongs to the name before it. */
    private boolean memberAt(int start) {
        if (text.at(start) != '.' || tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.end() == start && last.name();
    }

    private Token number(int start) {
        int end = numbers.end(start);
        if (text.is(Dialect.MARIADB) && Characters.namePart(text.at(end), text.dialect())) {
            return word(start, text.endOfName(end));
        }
        return new Token(Kind.NUMBER, start, end, "");
    }

    private Token word(int start, int end) {
        return new Token(Kind.WORD, start, end, Folding.ascii(text.sql().substring(start, end)));
    }

    private Token dollar(int start) {
        if (text.is(Dialect.POSTGRESQL) && Characters.digit(text.at(start + 1))) {
            return new Token(Kind.VARIABLE, start, text.endOfName(start + 1), "");
        }
        int end = quotes.endOfDollars(start);
        if (end == start) {
            throw SqlRefusal.NOT_TOKENS.at(start);
        }
        return new Token(Kind.STRING, start, end, "");
    }

    private Token variable(int start) {
        int at = text.at(start + 1) == '@' ? start + 2 : start + 1;
        boolean quoted = "'\"`".indexOf(text.at(at)) >= 0;
        int end = quoted ? quotes.end(at, false) : at;
        while (!quoted && (Characters.namePart(text.at(end), text.dialect()) || text.at(end) == '.')) {
            end++;
        }
        return new Token(Kind.VARIABLE, start, end, "");
    }

    private Token parameter(int start) {
        if (text.is(Dialect.POSTGRESQL) && text.at(start + 1) == '?') {
            return symbol(start);
        }
        if (text.is(Dialect.H2) && Characters.digit(text.at(start + 1))) {
            return new Token(Kind.VARIABLE, start, numbers.end(start + 1), "");
        }
        return new Token(Kind.PARAMETER, start, start + 1, "");
    }

    private Token symbol(int start) {
        int end = symbols.end(start);
        if (end == start) {
            throw SqlRefusal.NOT_TOKENS.at(start);
        }
        return new Token(Kind.SYMBOL, start, end, text.sql().substring(start, end));
    }
}
