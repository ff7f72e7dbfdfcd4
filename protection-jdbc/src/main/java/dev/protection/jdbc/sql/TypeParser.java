package dev.protection.jdbc.sql;

/** Reads the name of a type, as after CAST .. AS. */
final class TypeParser {
    private final TokenStream tokens;

    TypeParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    void parse() {
        tokens.accept("setof");
        boolean interval = tokens.word("interval");
        tokens.anyName();
        while (tokens.acceptSymbol(".")) {
            tokens.anyName();
        }
        boolean more = true;
        while (more) {
            more = tokens.acceptAny("precision", "varying", "large", "object", "unsigned", "signed", "character");
        }
        size();
        if (interval) {
            timeUnits();
        }
        timeZone();
        if (tokens.in(Dialect.MARIADB)) {
            characterSet();
        }
        dimensions();
    }

    private void size() {
        if (!tokens.acceptSymbol("(")) {
            return;
        }
        do {
            tokens.take();
            tokens.acceptAny("characters", "octets", "k", "m");
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
    }

    /** {@code YEAR TO MONTH}, {@code SECOND(3)} and the like, as far as given. */
    void timeUnits() {
        if (tokens.peek().kind() == Token.Kind.WORD
                && Keywords.TIME_UNITS.contains(tokens.peek().text())) {
            tokens.take();
            size();
            if (tokens.accept("to")) {
                tokens.take();
                size();
            }
        } else if (tokens.in(Dialect.POSTGRESQL)) {
            size();
        }
    }

    private void timeZone() {
        boolean zone = tokens.words("with", "time", "zone") || tokens.words("without", "time", "zone");
        if (zone) {
            tokens.skip(3);
        } else if (tokens.words("with", "local", "time", "zone")) {
            tokens.skip(4);
        }
    }

    private void characterSet() {
        if (tokens.accept("character", "set") || tokens.accept("charset")) {
            tokens.anyName();
        }
        tokens.accept("unsigned");
        tokens.accept("integer");
    }

    private void dimensions() {
        tokens.accept("array");
        while (tokens.symbol("[") && !tokens.in(Dialect.MARIADB)) {
            tokens.take();
            if (tokens.peek().kind() == Token.Kind.NUMBER) {
                tokens.take();
            }
            tokens.expectSymbol("]");
        }
        if (tokens.in(Dialect.POSTGRESQL) && tokens.acceptSymbol("%")) {
            tokens.expect("type");
        }
    }
}
