package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Statement.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads INSERT, and MariaDB's REPLACE. */
final class InsertParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final List<Name> columns = new ArrayList<>();
    private final List<List<Expression>> rows = new ArrayList<>();
    private final List<Assignment> upserts = new ArrayList<>();
    private final List<Expression> conflict = new ArrayList<>();
    private Optional<Span> upsert = Optional.empty();
    private Optional<Query> query = Optional.empty();

    InsertParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Statement parse(Token first, List<Query.CommonTable> with) {
        Token verb = tokens.take();
        if (verb.word("replace") && !tokens.in(Dialect.MARIADB)) {
            throw tokens.refused();
        }
        upsertIf(verb.word("replace"), verb);
        options();
        if (!tokens.accept("into") && !tokens.in(Dialect.MARIADB)) {
            throw tokens.refused();
        }
        TableReference table = table();
        columns();
        if (tokens.accept("overriding")) {
            tokens.take();
            tokens.expect("value");
        }
        contents();
        conflict();
        List<SelectItem> returning = grammar.changes().returning();
        return new Statement.Insert(
                tokens.since(first), with, table, columns, rows, query, upsert, upserts, conflict, returning);
    }

    private void upsertIf(boolean condition, Token at) {
        if (condition) {
            upsert = Optional.of(at.span());
        }
    }

    private void options() {
        while (tokens.in(Dialect.MARIADB) && tokens.anyWord("low_priority", "delayed", "high_priority", "ignore")) {
            Token option = tokens.take();
            upsertIf(option.word("ignore"), option);
        }
    }

    private TableReference table() {
        TableReference table = grammar.sources().tables().target();
        if (tokens.in(Dialect.POSTGRESQL) && tokens.accept("as")) {
            Name alias = tokens.anyName();
            return new TableReference(tokens.since(table), table.name(), table.only(), Optional.of(alias), List.of());
        }
        return table;
    }

    private void columns() {
        boolean list = tokens.symbol("(") && !(tokens.peek(1).symbol("(") || queryInBrackets());
        if (!list) {
            return;
        }
        if (tokens.in(Dialect.MARIADB) && tokens.symbol(1, ")")) {
            tokens.skip(2);
            return;
        }
        tokens.take();
        do {
            columns.add(column());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
    }

    private boolean queryInBrackets() {
        return tokens.word(1, "select") || tokens.word(1, "with") || tokens.word(1, "values");
    }

    /** Of {@code t.column} the column; an element of an array is refused. */
    private Name column() {
        Name name = tokens.anyName();
        while (tokens.acceptSymbol(".")) {
            name = tokens.anyName();
        }
        return name;
    }

    private void contents() {
        boolean mariadb = tokens.in(Dialect.MARIADB);
        if (tokens.accept("default", "values")) {
            return;
        }
        if (!tokens.in(Dialect.POSTGRESQL) && tokens.accept("set")) {
            setForm();
        } else if (tokens.word("values") || (mariadb && tokens.word("value"))) {
            values();
        } else {
            query = Optional.of(grammar.queries().parse());
        }
    }

    /** {@code SET a = 1, b = 2} is another way to write columns and one row. */
    private void setForm() {
        List<Assignment> assignments = grammar.changes().assignments();
        upsert = Optional.of(assignments.get(0).span());
        upserts.addAll(assignments);
    }

    private void values() {
        Query.Rows read = new RowsParser(grammar).parse();
        rows.addAll(read.rows());
        if (grammar.queries().atContinuation()) {
            throw tokens.refused();
        }
        if (tokens.word("as")) {
            throw tokens.refused();
        }
    }

    private void conflict() {
        Token at = tokens.peek();
        if (tokens.accept("on", "conflict")) {
            upsert = Optional.of(at.span());
            target();
            tokens.expect("do");
            if (!tokens.accept("nothing")) {
                tokens.expect("update", "set");
                upserts.addAll(grammar.changes().assignments());
                condition();
            }
        } else if (tokens.accept("on", "duplicate", "key", "update")) {
            upsert = Optional.of(at.span());
            upserts.addAll(grammar.changes().assignments());
        }
    }

    private void target() {
        if (tokens.accept("on", "constraint")) {
            tokens.name();
        } else if (tokens.acceptSymbol("(")) {
            do {
                conflict.add(grammar.expressions().parse());
                if (tokens.atName()) {
                    tokens.qualifiedName();
                }
            } while (tokens.acceptSymbol(","));
            tokens.expectSymbol(")");
            condition();
        }
    }

    private void condition() {
        if (tokens.accept("where")) {
            conflict.add(grammar.expressions().parse());
        }
    }
}
