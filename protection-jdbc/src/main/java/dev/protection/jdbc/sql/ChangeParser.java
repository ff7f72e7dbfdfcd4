package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Statement.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements that are not definitions. */
final class ChangeParser {
    private final Grammar grammar;
    private final TokenStream tokens;

    ChangeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Statement statement() {
        tokens.enter();
        Token first = tokens.peek();
        List<Query.CommonTable> with = grammar.queries().commonTables();
        Statement statement = with.isEmpty() ? plain(first, with) : afterWith(first, with);
        tokens.leave();
        return statement;
    }

    private Statement afterWith(Token first, List<Query.CommonTable> with) {
        if (tokens.anyWord("insert", "update", "delete", "merge", "replace")) {
            return plain(first, with);
        }
        Query query = grammar.queries().parse();
        if (!query.with().isEmpty()) {
            throw SqlRefusal.SYNTAX.at(query.span().start());
        }
        Span span = tokens.since(first);
        return new Statement.Read(
                span,
                new Query(span, with, query.body(), query.order(), query.limits(), query.locking(), query.ending()));
    }

    private Statement plain(Token first, List<Query.CommonTable> with) {
        return switch (tokens.peek().text()) {
            case "insert" -> new InsertParser(grammar).parse(first, with);
            case "replace" -> new InsertParser(grammar).parse(first, with);
            case "update" -> update(first, with);
            case "delete" -> new DeleteParser(grammar).parse(first, with);
            case "merge" -> new MergeParser(grammar).parse(first, with);
            default -> {
                Query query = grammar.queries().parse();
                yield new Statement.Read(query.span(), query);
            }
        };
    }

    private Statement update(Token first, List<Query.CommonTable> with) {
        tokens.take();
        List<FromItem> tables = updated();
        tokens.expect("set");
        List<Assignment> assignments = assignments();
        boolean from = !tokens.in(Dialect.MARIADB) && tokens.accept("from");
        List<FromItem> sources = from ? grammar.sources().list() : List.of();
        return new Statement.Update(tokens.since(first), with, tables, assignments, sources, selection());
    }

    private List<FromItem> updated() {
        if (tokens.in(Dialect.MARIADB)) {
            tokens.accept("low_priority");
            tokens.accept("ignore");
            return grammar.sources().list();
        }
        TableReference table = grammar.sources().tables().target();
        return List.of(grammar.sources().tables().aliased(table));
    }

    List<Assignment> assignments() {
        List<Assignment> assignments = new ArrayList<>();
        do {
            assignments.add(assignment());
        } while (tokens.acceptSymbol(","));
        return assignments;
    }

    private Assignment assignment() {
        Token first = tokens.peek();
        List<List<Name>> columns = new ArrayList<>();
        boolean element = false;
        if (tokens.acceptSymbol("(")) {
            do {
                columns.add(tokens.qualifiedName());
            } while (tokens.acceptSymbol(","));
            tokens.expectSymbol(")");
        } else {
            columns.add(assignedColumn());
            element = element();
        }
        if (!tokens.acceptSymbol("=") && !(tokens.in(Dialect.MARIADB) && tokens.acceptSymbol(":="))) {
            throw tokens.refused();
        }
        Expression value = grammar.expressions().value();
        return new Assignment(tokens.since(first), columns, element, value);
    }

    private List<Name> assignedColumn() {
        return tokens.in(Dialect.POSTGRESQL)
                        && Keywords.FUNCTIONS_TOO.contains(tokens.peek().text())
                ? List.of(tokens.anyName())
                : tokens.qualifiedName();
    }

    private boolean element() {
        boolean element = false;
        while (tokens.in(Dialect.POSTGRESQL) && tokens.acceptSymbol("[")) {
            element = true;
            while (!tokens.symbol("]")) {
                if (!tokens.acceptSymbol(":")) {
                    grammar.expressions().parse();
                }
            }
            tokens.expectSymbol("]");
            if (tokens.acceptSymbol(".")) {
                tokens.anyName();
            }
        }
        return element;
    }

    Statement.Selection selection() {
        Optional<Expression> where =
                tokens.accept("where") ? Optional.of(grammar.expressions().parse()) : Optional.empty();
        TailParser.Tail tail = tokens.in(Dialect.POSTGRESQL)
                ? new TailParser.Tail(Ending.NONE, List.of(), false)
                : grammar.queries().tails().parse();
        return new Statement.Selection(where, tail.order(), tail.limits(), returning());
    }

    List<SelectItem> returning() {
        return tokens.accept("returning") ? grammar.queries().selects().items() : List.of();
    }
}
