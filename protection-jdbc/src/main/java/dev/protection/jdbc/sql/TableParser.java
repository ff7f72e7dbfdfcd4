package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads tables and functions as sources of rows, with their aliases. */
final class TableParser {
    private static final Set<String> REFUSED_FUNCTIONS = Set.of("xmltable", "json_table");

    private final Grammar grammar;
    private final TokenStream tokens;

    TableParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /**
     * An alias as far as written.
     *
     * @param name the alias
     * @param columns the aliases of the columns
     */
    record Alias(Optional<Name> name, List<Name> columns) {}

    FromItem source() {
        Token first = tokens.peek();
        boolean only = tokens.in(Dialect.POSTGRESQL) && tokens.accept("only");
        boolean brackets = only && tokens.acceptSymbol("(");
        boolean refused = tokens.words("rows", "from")
                || REFUSED_FUNCTIONS.contains(tokens.peek().text());
        if (refused) {
            throw tokens.refused();
        }
        if (tokens.in(Dialect.H2) && tokens.word("values")) {
            return rows(first);
        }
        List<Name> name = functionOrTable();
        if (tokens.symbol("(") && !brackets) {
            return function(first, name);
        }
        if (brackets) {
            tokens.expectSymbol(")");
        }
        return table(first, name, only);
    }

    private FromItem rows(Token first) {
        Query query = grammar.queries().parse();
        Alias alias = alias(true);
        return new FromItem.Derived(tokens.since(first), false, query, alias.name(), alias.columns());
    }

    /** Reads a table that is changed: its name, and an alias where the dialect allows one. */
    TableReference target() {
        Token first = tokens.peek();
        boolean only = tokens.in(Dialect.POSTGRESQL) && tokens.accept("only");
        List<Name> name = tokens.qualifiedName();
        star();
        boolean partition = tokens.in(Dialect.MARIADB) && tokens.accept("partition");
        if (partition) {
            tokens.names();
        }
        if (tokens.anyWord("for")) {
            throw tokens.refused();
        }
        return new TableReference(tokens.since(first), name, only || partition, Optional.empty(), List.of());
    }

    /** Adds an alias to a table that is changed. */
    TableReference aliased(TableReference table) {
        Alias alias = alias(false);
        return new TableReference(tokens.since(table), table.name(), table.only(), alias.name(), List.of());
    }

    private List<Name> functionOrTable() {
        boolean reservedFunction = tokens.symbol(1, "(")
                && Keywords.FUNCTIONS_TOO.contains(tokens.peek().text());
        return reservedFunction ? List.of(tokens.anyName()) : tokens.qualifiedName();
    }

    private FromItem function(Token first, List<Name> name) {
        Expression call = new CallParser(grammar, grammar.expressions()).parse(first, name);
        if (tokens.accept("with") && !tokens.accept("ordinality")) {
            throw tokens.refused();
        }
        if (tokens.word("as") && tokens.symbol(1, "(")) {
            throw tokens.refused();
        }
        Alias alias = alias(true);
        return new FromItem.Function(tokens.since(first), call, alias.name(), alias.columns());
    }

    private TableReference table(Token first, List<Name> name, boolean only) {
        star();
        boolean narrowed = only;
        if (tokens.in(Dialect.MARIADB) && tokens.accept("partition")) {
            tokens.names();
            narrowed = true;
        }
        if (tokens.words("for", "system_time") || tokens.words("for", "portion")) {
            throw tokens.refused();
        }
        Alias alias = alias(true);
        hints();
        if (tokens.in(Dialect.POSTGRESQL) && tokens.accept("tablesample")) {
            narrowed = true;
            sample();
        }
        return new TableReference(tokens.since(first), name, narrowed, alias.name(), alias.columns());
    }

    private void star() {
        if (tokens.in(Dialect.POSTGRESQL)) {
            tokens.acceptSymbol("*");
        }
    }

    private void sample() {
        tokens.qualifiedName();
        grammar.brackets().list();
        if (tokens.accept("repeatable")) {
            grammar.brackets().list();
        }
    }

    private void hints() {
        while (!tokens.in(Dialect.POSTGRESQL)
                && tokens.anyWord("use", "force", "ignore")
                && (tokens.word(1, "index") || tokens.word(1, "key"))) {
            tokens.skip(2);
            if (tokens.accept("for") && !tokens.accept("join")) {
                tokens.take();
                tokens.expect("by");
            }
            tokens.expectSymbol("(");
            while (!tokens.acceptSymbol(")")) {
                tokens.take();
            }
        }
    }

    Alias alias(boolean columns) {
        Optional<Name> name = Optional.empty();
        if (tokens.accept("as")) {
            name = Optional.of(tokens.anyName());
        } else if (atAlias()) {
            name = Optional.of(tokens.anyName());
        }
        boolean list = name.isPresent() && columns && tokens.symbol("(");
        return new Alias(name, list ? columnAliases() : List.of());
    }

    private boolean atAlias() {
        Token token = tokens.peek();
        return token.kind() == Token.Kind.QUOTED
                || (token.kind() == Token.Kind.WORD && !Keywords.NO_ALIAS.contains(token.text()));
    }

    private List<Name> columnAliases() {
        List<Name> names = new ArrayList<>();
        tokens.expectSymbol("(");
        do {
            names.add(tokens.name());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return names;
    }
}
