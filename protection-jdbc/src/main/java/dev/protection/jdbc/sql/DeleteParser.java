package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Reads DELETE. */
final class DeleteParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    DeleteParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Statement parse(Token first, List<Query.CommonTable> with) {
        tokens.take();
        boolean mariadb = tokens.in(Dialect.MARIADB);
        while (mariadb && tokens.anyWord("low_priority", "quick", "ignore")) {
            tokens.take();
        }
        if (mariadb && !tokens.word("from")) {
            return overJoin(first, with, named());
        }
        if (!tokens.accept("from") && !tokens.in(Dialect.H2)) {
            throw tokens.refused();
        }
        TableParser tables = grammar.sources().tables();
        List<FromItem> targets = new ArrayList<>(List.of(tables.aliased(tables.target())));
        while (mariadb && tokens.acceptSymbol(",")) {
            targets.add(tables.target());
        }
        boolean using = !tokens.in(Dialect.H2) && tokens.accept("using");
        List<FromItem> sources = using ? grammar.sources().list() : List.of();
        return new Statement.Delete(
                tokens.since(first), with, targets, sources, grammar.changes().selection());
    }

    private List<FromItem> named() {
        List<FromItem> targets = new ArrayList<>();
        do {
            targets.add(grammar.sources().tables().target());
            if (tokens.symbol(".") && tokens.symbol(1, "*")) {
                tokens.skip(2);
            }
        } while (tokens.acceptSymbol(","));
        return targets;
    }

    private Statement overJoin(Token first, List<Query.CommonTable> with, List<FromItem> targets) {
        tokens.expect("from");
        List<FromItem> sources = grammar.sources().list();
        return new Statement.Delete(
                tokens.since(first), with, targets, sources, grammar.changes().selection());
    }
}
