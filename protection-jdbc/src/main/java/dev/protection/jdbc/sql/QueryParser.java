package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads queries: common tables, set operations and what follows them. */
final class QueryParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final SelectParser selects;
    private final TailParser tails;

    QueryParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.selects = new SelectParser(grammar);
        this.tails = new TailParser(grammar);
    }

    TailParser tails() {
        return tails;
    }

    SelectParser selects() {
        return selects;
    }

    boolean atQuery() {
        return tokens.anyWord("select", "with", "values")
                || (tokens.word("table") && tokens.peek(1).name() && !tokens.in(Dialect.MARIADB));
    }

    /** Whether a query in brackets goes on as part of a larger one. */
    boolean atContinuation() {
        return tokens.anyWord("union", "except", "intersect", "minus", "order", "limit", "offset", "fetch", "for");
    }

    Query parse() {
        tokens.enter();
        Token first = tokens.peek();
        List<Query.CommonTable> with = commonTables();
        Query query = finished(first.span(), with, combined(Optional.empty()));
        tokens.leave();
        return query;
    }

    /** Goes on behind a query in brackets that was read already. */
    Query continued(Query.Nested first) {
        return finished(first.span(), List.of(), combined(Optional.of(first)));
    }

    private Query finished(Span first, List<Query.CommonTable> with, Query.Body body) {
        TailParser.Tail tail = tails.parse();
        Span span = first.to(tokens.last().span());
        return new Query(span, with, body, tail.order(), tail.limits(), tail.locking(), tail.ending());
    }

    List<Query.CommonTable> commonTables() {
        List<Query.CommonTable> tables = new ArrayList<>();
        if (!tokens.accept("with")) {
            return tables;
        }
        boolean recursive = tokens.accept("recursive");
        do {
            tables.add(commonTable(recursive));
        } while (tokens.acceptSymbol(","));
        return tables;
    }

    private Query.CommonTable commonTable(boolean recursive) {
        Token first = tokens.peek();
        Name name = tokens.name();
        List<Name> columns = tokens.symbol("(") ? tokens.names() : List.of();
        tokens.expect("as");
        tokens.accept("not");
        tokens.accept("materialized");
        tokens.expectSymbol("(");
        Statement statement = grammar.changes().statement();
        tokens.expectSymbol(")");
        if (tokens.anyWord("search", "cycle", "restrict")) {
            throw tokens.refused();
        }
        return new Query.CommonTable(tokens.since(first), name, columns, recursive, statement);
    }

    /** UNION and EXCEPT, which bind less than INTERSECT. */
    private Query.Body combined(Optional<Query.Body> read) {
        Query.Body left = intersected(read);
        while (tokens.acceptAny("union", "except", "minus")) {
            tokens.countNested();
            boolean union = tokens.last().word("union");
            boolean all = quantifier() && union;
            Query.Body right = intersected(Optional.empty());
            left = new Query.SetOperation(tokens.since(left), all, left, right);
        }
        return left;
    }

    private Query.Body intersected(Optional<Query.Body> read) {
        Query.Body left = read.isPresent() ? read.get() : body();
        while (tokens.accept("intersect")) {
            tokens.countNested();
            quantifier();
            Query.Body right = body();
            left = new Query.SetOperation(tokens.since(left), false, left, right);
        }
        return left;
    }

    /** Reads ALL or DISTINCT; returns whether it is ALL. */
    private boolean quantifier() {
        boolean all = tokens.acceptAny("all", "distinct") && tokens.last().word("all");
        if (tokens.word("corresponding")) {
            throw tokens.refused();
        }
        return all;
    }

    private Query.Body body() {
        Token first = tokens.peek();
        if (first.symbol("(")) {
            tokens.enter();
            tokens.take();
            Query query = parse();
            tokens.expectSymbol(")");
            tokens.leave();
            return new Query.Nested(tokens.since(first), query);
        }
        if (tokens.word("select")) {
            return selects.parse();
        }
        if (tokens.word("values")) {
            return new RowsParser(grammar).parse();
        }
        tokens.expect("table");
        TableReference table = grammar.sources().tables().target();
        return new Query.NamedTable(tokens.since(first), table);
    }
}
