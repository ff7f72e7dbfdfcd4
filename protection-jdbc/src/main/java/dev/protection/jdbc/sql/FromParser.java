package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.FromItem.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what rows come from: tables, queries, functions and their joins. */
final class FromParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final TableParser tables;

    FromParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.tables = new TableParser(grammar);
    }

    TableParser tables() {
        return tables;
    }

    FromItem one() {
        return joined();
    }

    List<FromItem> list() {
        List<FromItem> items = new ArrayList<>();
        do {
            items.add(joined());
        } while (tokens.acceptSymbol(","));
        return items;
    }

    private FromItem joined() {
        return joins(source());
    }

    private FromItem joins(FromItem first) {
        FromItem left = first;
        int joins = 0;
        boolean natural = tokens.accept("natural");
        Optional<Join.Kind> kind = kind();
        while (kind.isPresent()) {
            tokens.enter();
            joins++;
            left = join(left, kind.get(), natural);
            natural = tokens.accept("natural");
            kind = kind();
        }
        if (natural) {
            throw tokens.refused();
        }
        tokens.leave(joins);
        return left;
    }

    private Optional<Join.Kind> kind() {
        if (tokens.accept("join")
                || tokens.accept("inner", "join")
                || tokens.accept("cross", "join")
                || tokens.accept("straight_join")) {
            return Optional.of(Join.Kind.INNER);
        }
        if (outer("left")) {
            return Optional.of(Join.Kind.LEFT);
        }
        if (outer("right")) {
            return Optional.of(Join.Kind.RIGHT);
        }
        return outer("full") ? Optional.of(Join.Kind.FULL) : Optional.empty();
    }

    private boolean outer(String side) {
        return tokens.accept(side, "join") || tokens.accept(side, "outer", "join");
    }

    private FromItem join(FromItem left, Join.Kind kind, boolean natural) {
        boolean bare = natural || tokens.last().word("straight_join") || crossJoin();
        FromItem right = source();
        if (!bare && !tokens.anyWord("on", "using")) {
            right = nested(right, kind);
        }
        if (!natural && tokens.accept("on")) {
            Expression on = grammar.expressions().parse();
            return new Join(tokens.since(left), left, right, kind, Optional.of(on), false, List.of());
        }
        List<Name> using = !natural && tokens.accept("using") ? using() : List.of();
        if (using.isEmpty() && !bare && (kind != Join.Kind.INNER || !tokens.in(Dialect.MARIADB))) {
            throw tokens.refused();
        }
        return new Join(tokens.since(left), left, right, kind, Optional.empty(), natural, using);
    }

    private List<Name> using() {
        List<Name> columns = tokens.names();
        if (tokens.in(Dialect.POSTGRESQL) && tokens.accept("as")) {
            tokens.name();
        }
        return columns;
    }

    private boolean crossJoin() {
        return tokens.before(2).word("cross");
    }

    /** In {@code a JOIN b JOIN c ON x ON y} the right side is itself a join. */
    private FromItem nested(FromItem right, Join.Kind kind) {
        boolean another = tokens.anyWord("join", "inner", "left", "right", "full", "cross", "natural");
        boolean needed = kind != Join.Kind.INNER || !tokens.in(Dialect.MARIADB);
        return another && needed ? joinsUntilCondition(right) : right;
    }

    private FromItem joinsUntilCondition(FromItem first) {
        FromItem left = first;
        tokens.enter();
        while (!tokens.anyWord("on", "using")) {
            boolean natural = tokens.accept("natural");
            Join.Kind kind = kind().orElseThrow(tokens::refused);
            left = join(left, kind, natural);
        }
        tokens.leave();
        return left;
    }

    private FromItem source() {
        tokens.enter();
        boolean lateral = tokens.accept("lateral");
        FromItem item = tokens.symbol("(") ? bracketed() : tables.source();
        tokens.leave();
        return lateral ? lateral(item) : item;
    }

    private FromItem lateral(FromItem item) {
        if (item instanceof FromItem.Derived query) {
            return new FromItem.Derived(query.span(), true, query.query(), query.alias(), query.columns());
        }
        if (item instanceof FromItem.Function) {
            return item;
        }
        throw tokens.refused();
    }

    private FromItem bracketed() {
        Token open = tokens.peek();
        FromItem inner = contents();
        if (inner instanceof FromItem.Derived derived && derived.alias().isEmpty()) {
            TableParser.Alias alias = tables.alias(true);
            return new FromItem.Derived(tokens.since(open), false, derived.query(), alias.name(), alias.columns());
        }
        TableParser.Alias alias = tables.alias(false);
        return new FromItem.Group(tokens.since(open), inner, alias.name());
    }

    /** Reads {@code ( .. )}; a query comes back without an alias. */
    private FromItem contents() {
        Token open = tokens.take();
        FromItem inner;
        if (grammar.queries().atQuery()) {
            inner = derived(grammar.queries().parse());
        } else if (tokens.symbol("(")) {
            inner = doubled();
        } else {
            inner = joined();
            inner = moreInMariaDb(inner);
        }
        tokens.expectSymbol(")");
        return inner instanceof FromItem.Derived query
                ? new FromItem.Derived(tokens.since(open), false, query.query(), query.alias(), query.columns())
                : inner;
    }

    private static FromItem derived(Query query) {
        return new FromItem.Derived(query.span(), false, query, Optional.empty(), List.of());
    }

    private FromItem doubled() {
        Token open = tokens.peek();
        tokens.enter();
        FromItem inner = contents();
        tokens.leave();
        boolean query =
                inner instanceof FromItem.Derived derived && derived.alias().isEmpty();
        if (query && grammar.queries().atContinuation()) {
            Query nested = ((FromItem.Derived) inner).query();
            return derived(grammar.queries().continued(new Query.Nested(tokens.since(open), nested)));
        }
        if (query && tokens.symbol(")")) {
            return inner;
        }
        TableParser.Alias alias = tables.alias(true);
        FromItem named = query
                ? new FromItem.Derived(
                        tokens.since(open), false, ((FromItem.Derived) inner).query(), alias.name(), alias.columns())
                : new FromItem.Group(tokens.since(open), inner, alias.name());
        return moreInMariaDb(joins(named));
    }

    /** MariaDB lets a comma join in brackets. */
    private FromItem moreInMariaDb(FromItem first) {
        FromItem left = first;
        while (tokens.in(Dialect.MARIADB) && tokens.acceptSymbol(",")) {
            tokens.countNested();
            FromItem right = joined();
            left = new Join(tokens.since(left), left, right, Join.Kind.INNER, Optional.empty(), false, List.of());
        }
        return left;
    }
}
