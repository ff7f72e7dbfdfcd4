package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code SELECT .. FROM .. WHERE .. GROUP BY .. HAVING ..}. */
final class SelectParser {
    private static final Set<String> MARIADB_OPTIONS = Keywords.words("""
            high_priority straight_join sql_small_result sql_big_result sql_buffer_result sql_cache sql_no_cache
            sql_calc_found_rows""");

    private final Grammar grammar;
    private final TokenStream tokens;

    SelectParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Select parse() {
        Token first = tokens.take();
        options();
        List<Expression> distinctOn = new ArrayList<>();
        Optional<Span> distinct = distinct(distinctOn);
        options();
        List<SelectItem> items = withoutItems() ? List.of() : items();
        if (tokens.word("into")) {
            throw SqlRefusal.SELECT_INTO.at(tokens.peek().start());
        }
        List<FromItem> from = tokens.accept("from") ? grammar.sources().list() : List.of();
        Optional<Expression> where =
                tokens.accept("where") ? Optional.of(grammar.expressions().parse()) : Optional.empty();
        List<Expression> group = new ArrayList<>();
        boolean sets = group(group);
        List<Expression> having = new ArrayList<>();
        condition("having", having);
        List<Expression> windows = windows();
        if (tokens.in(Dialect.H2)) {
            condition("qualify", having);
        }
        return new Select(tokens.since(first), distinct, distinctOn, items, from, where, group, sets, having, windows);
    }

    private void options() {
        while (tokens.in(Dialect.MARIADB)
                && MARIADB_OPTIONS.contains(tokens.peek().text())) {
            tokens.take();
        }
    }

    private Optional<Span> distinct(List<Expression> on) {
        Optional<Span> word = Optional.of(tokens.peek().span());
        if (tokens.in(Dialect.MARIADB) && tokens.accept("distinctrow")) {
            return word;
        }
        if (!tokens.accept("distinct")) {
            tokens.accept("all");
            return Optional.empty();
        }
        if (!tokens.in(Dialect.MARIADB) && tokens.accept("on")) {
            on.addAll(grammar.brackets().list());
        }
        return word;
    }

    private boolean withoutItems() {
        boolean none = tokens.anyWord("from", "where", "union", "having", "group", "except", "intersect")
                || tokens.anyWord("limit", "order", "for")
                || tokens.atEnd()
                || tokens.symbol(")")
                || tokens.symbol(";");
        if (none && !tokens.in(Dialect.POSTGRESQL) && !(tokens.in(Dialect.H2) && tokens.word("from"))) {
            throw tokens.refused();
        }
        return none;
    }

    List<SelectItem> items() {
        List<SelectItem> items = new ArrayList<>();
        do {
            items.add(item());
        } while (tokens.acceptSymbol(","));
        return items;
    }

    private SelectItem item() {
        Token first = tokens.peek();
        if (tokens.acceptSymbol("*")) {
            exceptColumns();
            return new SelectItem.Star(tokens.since(first), List.of());
        }
        Expression expression = grammar.expressions().parse();
        if (expression instanceof Expression.QualifiedStar star) {
            exceptColumns();
            return new SelectItem.Star(star.span(), star.table());
        }
        return new SelectItem.Value(expression.span(), expression, label());
    }

    /** H2's {@code * EXCEPT (columns)}. */
    private void exceptColumns() {
        if (tokens.in(Dialect.H2)
                && tokens.word("except")
                && tokens.symbol(1, "(")
                && tokens.peek(2).name()) {
            throw SqlRefusal.STAR.at(tokens.peek().start());
        }
    }

    private Optional<Name> label() {
        if (tokens.accept("as")) {
            return Optional.of(stringLabel() ? labelString() : tokens.anyName());
        }
        Token token = tokens.peek();
        boolean bare = token.kind() == Token.Kind.QUOTED
                || (token.kind() == Token.Kind.WORD && !Keywords.NO_ALIAS.contains(token.text()));
        if (bare) {
            return Optional.of(tokens.anyName());
        }
        return stringLabel() ? Optional.of(labelString()) : Optional.empty();
    }

    private boolean stringLabel() {
        return tokens.in(Dialect.MARIADB) && tokens.peek().kind() == Token.Kind.STRING;
    }

    private Name labelString() {
        Token token = tokens.take();
        return new Name(tokens.textBetween(token.start() + 1, token.end() - 1), true, token.span());
    }

    /** Reads GROUP BY; returns whether it groups in several ways at once. */
    private boolean group(List<Expression> group) {
        if (!tokens.accept("group", "by")) {
            return false;
        }
        boolean sets = false;
        if (tokens.in(Dialect.POSTGRESQL)) {
            sets = tokens.acceptAny("all", "distinct");
        }
        do {
            sets |= tokens.anyWord("rollup", "cube", "grouping");
            grouping(group);
            if (tokens.in(Dialect.MARIADB)) {
                tokens.acceptAny("asc", "desc");
            }
        } while (tokens.acceptSymbol(","));
        return (tokens.in(Dialect.MARIADB) && tokens.accept("with", "rollup")) || sets;
    }

    private void grouping(List<Expression> group) {
        boolean sets = tokens.accept("grouping", "sets");
        if (sets) {
            tokens.enter();
            tokens.expectSymbol("(");
            do {
                grouping(group);
            } while (tokens.acceptSymbol(","));
            tokens.expectSymbol(")");
            tokens.leave();
        } else if (tokens.symbol("(") && tokens.symbol(1, ")")) {
            tokens.skip(2);
        } else {
            group.add(grammar.expressions().parse());
        }
    }

    private void condition(String word, List<Expression> conditions) {
        if (tokens.accept(word)) {
            conditions.add(grammar.expressions().parse());
        }
    }

    private List<Expression> windows() {
        List<Expression> windows = new ArrayList<>();
        if (tokens.accept("window")) {
            do {
                tokens.name();
                tokens.expect("as");
                windows.addAll(grammar.windows().specification());
            } while (tokens.acceptSymbol(","));
        }
        return windows;
    }
}
